/**
 * Data as a classic script, since a page that was opened from a disk may load scripts and nothing else: a call of one
 * function with one JSON value, an element of its lists a line.
 */
export function dataScript(call: string, value: object): string {
  return `${call}(${linesOf(value)});\n`;
}

/** The JSON within such a script; null when it is no call of that function. */
export function jsonIn(call: string, script: string): string | null {
  const [head, tail] = [`${call}(`, ');\n'];
  return script.startsWith(head) && script.endsWith(tail) ? script.slice(head.length, -tail.length) : null;
}

function linesOf(value: object): string {
  const fields = Object.entries(value).map(([name, of]) => {
    const list =
      Array.isArray(of) && of.length > 0 ? `[\n${of.map((one) => json(one)).join(',\n')}\n]` : json(of);
    return `${JSON.stringify(name)}:${list}`;
  });
  return `{${fields.join(',')}}`;
}

/** Escaped `<` cannot end a script element that it is copied into. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
