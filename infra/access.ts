import { type HandlerName, keys, shellKinds } from '../lambda/archive-layout.ts';

/** What one function may do with the archive: patterns of keys to read and to write. No function may delete. */
export interface Access {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const reports = 'reports/*';
const snapshots = 'snapshots/*';
const work = 'work/*';
/** Receipts of what providers answered, by date; those of what readers were sent are `deliver`'s alone. */
const receipts = 'receipts/2*';
const deliveries = 'receipts/delivery/*';
const backfills = 'receipts/backfill/*';
const finals = 'receipts/final/*';
/** The ledger of runs: a record a run, and its months, which the site shows. */
const runs = ['runs/*', 'data/runs/*'];
/** Documents that move with each briefing, the record of calls among them, and the pages, data, style and fonts of the site. */
const site = [
  keys.atomFeed,
  keys.jsonFeed,
  keys.frontPage,
  keys.missingPage,
  keys.yearPage('2???'),
  // Pages whose content is in their address; none by a pattern, which would open the pages of unpublished work.
  ...shellKinds.map(keys.shell),
  'data/*',
  'site/*',
];
/** All figures by month: more than a page shows, so readers of the site see it only where it is opened to them. */
const figures = 'figures/*';
const calls = `${keys.calls}*`;
/** JSON Schemas that manifests name. */
const schemas = 'schema/*';
const published = [keys.index, 'index/*', keys.latest, calls, schemas, ...site];

/** One line a step, as in the table of steps in docs/architecture.md. */
export const access: Readonly<Record<HandlerName, Access>> = {
  plan: { read: [reports, finals], write: [] },
  collect: { read: [snapshots, receipts], write: [snapshots, receipts] },
  draft: { read: [snapshots, reports, work, calls], write: [snapshots, work] },
  analyse: { read: [snapshots, reports, work, calls], write: [work] },
  render: { read: [work], write: [work] },
  publish: {
    read: [work, reports, finals, figures, ...published],
    write: [reports, finals, figures, ...published],
  },
  deliver: { read: [reports, deliveries, 'index/*'], write: [deliveries] },
  settle: { read: runs, write: runs },
  conclude: { read: [reports, backfills, ...runs], write: [backfills, ...runs] },
};

/** What readers may see through the site; raw data and receipts are never among it. @param data all figures as well */
export const readableKeys = (data: boolean): readonly string[] => [
  reports,
  ...published,
  ...(data ? [figures] : []),
];
