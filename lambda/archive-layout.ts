/**
 * What the infrastructure, the runtime and a reader of the archive must agree on: the keys under which things
 * lie, and the names of what is configured or measured. Imports nothing, so that both sides can import it.
 */

/** Where everything lies in the archive, be it a bucket or a folder. Keys use `/` and never start with one. */
export const keys = {
  /** Which years have published sessions, and where their lists lie. */
  index: 'index.json',
  /** Every published session of a year with its newest revision. */
  yearIndex: (year: string) => `index/${year}.json`,
  /** The site's front page, a year's, and a session's. */
  frontPage: 'index.html',
  yearPage: (year: string) => `${year}/index.html`,
  sessionPage: (session: string) => `reports/${session}/index.html`,
  missingPage: '404.html',
  /** What came after a briefing of a session, as a script. */
  here: (session: string) => `reports/${session}/here.js`,
  /** Style, fonts and script of the site, named by what is in them. */
  site: (hash: string) => `site/${hash}/`,
  /** The site's data of every session of a year, as a script. */
  yearData: (year: string) => `data/${year}.js`,
  /** What each session of a year said ahead, what it was like, and the digests that prove it, as a script. */
  record: (year: string) => `data/record/${year}.js`,
  /** A page that its script fills. */
  shell: (kind: string) => `${kind}.html`,
  /** Which years and which newest session there are, and what the figures mean, as scripts. */
  indexData: 'data/index.js',
  figuresData: 'data/figures.js',
  /** A sixteenth of the figures over a quarter of a year, as a script. */
  history: (quarter: string, shard: string) => `data/history/${quarter}/${shard}.js`,
  /** What became of one run, under the New York date on which it started. */
  runs: 'runs/',
  run: (date: string, id: string) => `runs/${date}/${id}.json`,
  /** Every run of a month (`2025-12`), and which months there are, as scripts. */
  monthRuns: (month: string) => `data/runs/${month}.js`,
  runMonths: 'data/runs/index.js',
  /** The newest sessions for feed readers, as Atom and as JSON Feed. */
  atomFeed: 'feed.xml',
  jsonFeed: 'feed.json',
  /** All figures of the sessions of a month (`2025-12`) at their newest revisions, in partitions as Hive names them. */
  monthFigures: (month: string) =>
    `figures/year=${month.slice(0, 4)}/month=${month.slice(5, 7)}/figures.parquet`,
  /** What the monthly files of figures are, as a Data Package, and their columns. */
  dataPackage: 'figures/datapackage.json',
  tableSchema: 'figures/tableschema.json',
  /** JSON Schema of the `report.json` or `manifest.json` of revisions that name it, by the SHA-256 of its bytes. Never overwritten. */
  schema: (document: 'report' | 'manifest', sha256: string) =>
    `schema/${document}-${sha256.slice(0, 12)}.json`,
  /** The newest published briefing, for machines that want only that. */
  latest: 'latest.json',
  session: (session: string) => `reports/${session}/`,
  /** One published revision. Never overwritten. */
  revision: (session: string, revision: number) => `reports/${session}/r${revision}/`,
  /** The bytes of one payload as received, gzipped, under the SHA-256 of what was received. */
  raw: (sha256: string) => `snapshots/raw/${sha256.slice(0, 2)}/${sha256}.gz`,
  /** When and with which head a provider's answer came, by the New York date of the run. The answer itself is a raw payload. */
  receipt: (date: string, provider: string, name: string) => `receipts/${date}/${provider}/${name}.json`,
  /** Requests made to providers with a daily limit, on one New York date. */
  requests: (date: string) => `receipts/${date}/requests.json`,
  /** What one run collected for one session: provenance and hashes of the raw payloads. */
  snapshot: (session: string, id: string) => `snapshots/${session}/${id}/snapshot.json`,
  /** A report with its pages until they are published, by a hash of the report. May be deleted a day later. */
  work: (session: string, id: string) => `work/${session}/${id}/`,
  /** What the drafting of a backfill left of one session. May be deleted a day later. */
  draft: (execution: string, session: string) => `work/backfill/${execution}/${session}.json`,
  /** Sessions that a backfill could not publish, a document each. */
  backfill: (execution: string) => `receipts/backfill/${execution}/`,
  /** Which revision of a session was held against final prices. */
  final: (session: string) => `receipts/final/${session}.json`,
  /** The record of calls: what each published revision said of who leads, linked one to the next. Only ever added to. */
  calls: 'calls/',
  callDocument: (number: number) => `calls/${String(number).padStart(4, '0')}.json`,
  /** That one revision was sent to one reader, or is just being sent; readers are named by a pseudonym. */
  delivery: (session: string, revision: number, reader: string) =>
    `receipts/delivery/${session}/r${revision}/${reader}.json`,
} as const;

/** The files of one revision. `manifest.json` is written last and holds the SHA-256 of the others. */
export const files = {
  report: 'report.json',
  html: 'briefing.html',
  pdf: 'briefing.pdf',
  /** The numbers of the report for the site's scripts. */
  figures: 'figures.js',
  /** All figures of the report as a table. */
  table: 'figures.parquet',
  manifest: 'manifest.json',
} as const;

/** Exit codes of the command line, as its `--help` documents them. */
export const exitCodes = {
  /** Published, or already there. */
  ok: 0,
  /** Something failed that was not the caller's doing. */
  failed: 1,
  /** Bad usage or bad input. */
  badInput: 2,
  /** The gate refused: a required series is not there for the session. */
  refused: 3,
  /** No provider gave anything: no network, or all of them down. The same command may well succeed later. */
  unreachable: 4,
} as const;

/** The Lambdas, by the name of their file in `handlers/`, which exports `handler`. */
export const handlerNames = [
  'plan',
  'collect',
  'draft',
  'analyse',
  'render',
  'publish',
  'deliver',
  'settle',
  'conclude',
] as const;

export type HandlerName = (typeof handlerNames)[number];

/** Names of environment variables. None of them holds a secret. */
export const environment = {
  /** Name of the archive's bucket. */
  bucket: 'BRIEFING_BUCKET',
  /** The checked configuration as JSON. */
  config: 'BRIEFING_CONFIG',
  /** ARN of the topic to which every published briefing is sent. */
  topic: 'BRIEFING_TOPIC',
  /** Name of the stack's own configuration set of SES. */
  configurationSet: 'BRIEFING_CONFIGURATION_SET',
  /** Which code is deployed, for the metadata of what it writes. */
  code: 'BRIEFING_CODE',
} as const;

/** Where the measurements go, and what they are called. Their only dimension is `service`, the name of the stack. */
export const metrics = {
  namespace: 'SmallcapBriefing',
  /** 1 when an evening's run ends with the session published, or with no session to publish. */
  eveningInOrder: 'EveningInOrder',
  /** Revisions published: 1, or 0 when the archive said the same already. */
  published: 'BriefingPublished',
  /** Series of a briefing that are stale. */
  staleSeries: 'StaleSeries',
  /** Milliseconds that the pages took. */
  renderMilliseconds: 'RenderMilliseconds',
  /** Per cent of the temporary folder that are in use. */
  temporaryFolderUsed: 'TemporaryFolderUsed',
  /** Messages sent. */
  mailSent: 'MailSent',
} as const;

export type Measurement = Exclude<keyof typeof metrics, 'namespace'>;

/** Errors, by name, that trying again cannot mend. Any other may be tried again. */
export const permanentErrors = [
  'UsageError',
  'InputError',
  'GateError',
  'ArchiveError',
  'ConfigError',
  'EventError',
  'RunFailed',
] as const;

/** Seconds within which a Lambda that publishes a revision must be done or dead. */
export const publishSeconds = 120;

/** The columns of a table of figures, one row a session and figure, in their order. */
export const figureColumns = [
  'session',
  'id',
  'value',
  'text',
  'unit',
  'status',
  'as_of',
  'revision',
  'reason',
] as const;

export type FigureColumn = (typeof figureColumns)[number];

/** The site's pages that their script fills from the archive's data, as `keys.shell` names them. */
export const shellKinds = ['search', 'compare', 'figures', 'figure', 'corrections', 'runs', 'like'] as const;

export type ShellKind = (typeof shellKinds)[number];
