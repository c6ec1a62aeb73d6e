import { keys, shellKinds } from '../../archive-layout.ts';

const single: ReadonlySet<string> = new Set([
  keys.index,
  keys.latest,
  keys.frontPage,
  keys.missingPage,
  keys.atomFeed,
  keys.jsonFeed,
  ...shellKinds.map(keys.shell),
]);
const prefixes = ['reports/', 'index/', keys.calls, 'data/', 'site/', 'schema/'];

/**
 * Whether the deployed site shows a key to its readers: raw data, receipts and unpublished work never, all figures by month only
 * where they are opened.
 * @param data whether `figures/` is opened, as by `readers.data`
 */
export const isReadable = (key: string, data: boolean): boolean =>
  single.has(key) ||
  /^2\d{3}\/index\.html$/.test(key) ||
  prefixes.some((prefix) => key.startsWith(prefix)) ||
  (data && key.startsWith('figures/'));
