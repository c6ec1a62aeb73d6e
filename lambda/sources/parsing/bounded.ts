/** Most entries of one array or object of a document. FRED, which gives every vintage, has 100,000 to a page. */
export const entryLimit = 120_000;
/** Most values in a whole document, however nested. */
export const valueLimit = 2_000_000;

/**
 * Why a parsed JSON document is too large to be checked field by field; null when it is not. To be asked before a
 * schema is: a schema collects a fault for each wrong entry, and a million of them cost gigabytes.
 *
 * Linear in the document, without recursion.
 */
export function excessOf(document: unknown): string | null {
  const open: unknown[] = [document];
  let values = 0;
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const entries: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (entries.length > entryLimit) return `a list of ${entries.length} entries; ${entryLimit} are allowed`;
    values += entries.length;
    if (values > valueLimit) return `over ${valueLimit} values`;
    for (const entry of entries) if (typeof entry === 'object' && entry !== null) open.push(entry);
  }
  return null;
}
