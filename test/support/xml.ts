/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const attribute = /\s+([\w:.-]+)="([^"<]*)"/g;

/** The references of a text resolved. @throws Error for an ampersand that begins none */
function resolved(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+)?(;?)/gi, (found, name = '', end) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const character = name.startsWith('#') ? String.fromCodePoint(code) : entities[name];
    if (character === undefined || end === '') throw new Error(`not well-formed: ${found}`);
    return character;
  });
}

/**
 * A document without a doctype, by the rules of XML 1.0 on what is well-formed.
 * @throws Error that names what is not
 */
export function parseXml(document: string): Element {
  if (illegal.test(document)) throw new Error('not well-formed: a character that XML cannot hold');
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>/, '');
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open = [root];
  const token =
    /<!--(?:(?!--)[\s\S])*-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g;
  for (const [found, closed, opened, inside = '', empty] of body.matchAll(token)) {
    const parent = open.at(-1)!;
    if (closed !== undefined) {
      if (open.pop()!.name !== closed) throw new Error(`not well-formed: ${found} closes another element`);
    } else if (opened !== undefined) {
      const attributes = [...inside.matchAll(attribute)].map(([, name, value]) => [name, resolved(value!)]);
      const element = { name: opened, attributes: Object.fromEntries(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty === '') open.push(element);
    } else if (found === '<') throw new Error('not well-formed: a bare <');
    else if (!found.startsWith('<!--')) parent.text += resolved(found);
  }
  const [only, ...more] = root.children;
  if (open.length !== 1 || only === undefined || more.length > 0 || root.text.trim() !== '')
    throw new Error('not well-formed: not one whole element');
  return only;
}

/** Texts of the children of that name. */
export const textsOf = ({ children }: Element, name: string): string[] =>
  children.filter((child) => child.name === name).map(({ text }) => text);
