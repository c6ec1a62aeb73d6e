/** Where two JSON documents differ, as paths with both values, in the order of the first; at most `limit`. */
export function differingPaths(archived: unknown, rebuilt: unknown, limit = 5): string[] {
  const found: string[] = [];
  walk(archived, rebuilt, '', found, limit);
  return found;
}

function walk(a: unknown, b: unknown, path: string, found: string[], limit: number): void {
  if (found.length >= limit || Object.is(a, b)) return;
  if (isTree(a) && isTree(b) && Array.isArray(a) === Array.isArray(b)) {
    const there = new Map(Object.entries(b));
    const names = new Set([...Object.keys(a), ...there.keys()]);
    const here = new Map(Object.entries(a));
    for (const name of names)
      walk(here.get(name), there.get(name), path === '' ? name : `${path}.${name}`, found, limit);
    return;
  }
  found.push(`${path}: archived ${short(a)}, rebuilt ${short(b)}`);
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function short(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The first line in which two texts differ, counted from 1; null when they are equal. */
export function differingLine(archived: string, rebuilt: string): number | null {
  if (archived === rebuilt) return null;
  const a = archived.split('\n');
  const b = rebuilt.split('\n');
  const at = a.findIndex((line, i) => line !== b[i]);
  return (at === -1 ? a.length : at) + 1;
}
