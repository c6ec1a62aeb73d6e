import * as z from 'zod';
import { eventKinds, standings } from '../calendar/events.ts';
import { flagCodes } from '../series/flag.ts';

/**
 * `report.json`: one session's briefing, complete. Every page is made from it and nothing else, so it holds the
 * figure book, the data of every chart, and the words; a page only lays out and rounds.
 */

const status = z.enum(['fresh', 'stale', 'proxy', 'missing']);

/**
 * One named value. Definitions and ids: docs/methods. Full double precision; only pages round.
 * A value that cannot be computed is null, `missing`, and says why in `reason`.
 */
const figure = z.strictObject({
  value: z
    .union([z.number(), z.string(), z.null()])
    .describe('Full double precision; percentages are fractions. Null when it cannot be computed.'),
  unit: z
    .string()
    .describe('`fraction`, `fraction a year`, `usd`, `index`, `sessions`, `word`: see docs/methods'),
  asOf: z.string().describe('Date of the newest datum in it, YYYY-MM-DD'),
  status: status.describe(
    'The worst status of what it rests on; `missing` with a null value, and of a claim that is not computable',
  ),
  method: z.string().describe('A key of `methods` in the report'),
  inputs: z.array(z.string()).describe('`bars:IWM`, `macro:DGS2`, or the id of another figure'),
  source: z.string().describe('Who published the data'),
  reason: z.string().optional().describe('Why it is missing, stale or a proxy'),
});

/** A sentence is built from figures by rule: plain text, and figures already put into words. */
const part = z.union([z.string(), z.strictObject({ figure: z.string(), text: z.string() })]);
const sentence = z.strictObject({
  parts: z.array(part),
  /** Every figure that the sentence rests on, shown or not. */
  figures: z.array(z.string()),
  /** What must be said of its figures where they have no footnotes: " Proxy: GOOG stands in for GOOGL." */
  caveat: z.array(part).optional(),
});

/** A shared time axis: series of the same dates name it instead of repeating it. */
const axis = z.array(z.string());

/** The data of a chart line or of a sparkline; null where there is no value, drawn as a gap. */
const series = z.strictObject({
  axis: z.string(),
  values: z.array(z.number().nullable()),
  unit: z.string(),
  asOf: z.string(),
  inputs: z.array(z.string()),
});

/** A table cell: a figure, a sparkline of a series, or words. */
const cell = z.union([
  z.strictObject({
    figure: z.string(),
    side: z
      .enum(['+', '−'])
      .optional()
      .describe('Of a figure that is a width up or down: the side that the cell is about'),
  }),
  z.strictObject({ spark: z.string(), alt: z.string() }),
  z.strictObject({ text: z.string() }),
]);

const prose = z.strictObject({
  kind: z.literal('prose'),
  id: z.string(),
  title: z.string().optional(),
  /** `list` sets one sentence a line, `paragraph` runs them on. */
  form: z.enum(['paragraph', 'list']),
  sentences: z.array(sentence),
});

const table = z.strictObject({
  kind: z.literal('table'),
  id: z.string(),
  title: z.string(),
  /** What the numbers are and their unit, under the title. */
  subtitle: z.string().optional(),
  columns: z.array(z.strictObject({ label: z.string(), align: z.enum(['start', 'end']) })),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      hint: z.string().optional(),
      /** Rows of one group are under its heading; groups come in the order of their first row. */
      group: z.string().optional(),
      emphasis: z.boolean().optional(),
      cells: z.array(cell),
    }),
  ),
  notes: z.array(sentence),
});

/** How a line is drawn: `accent` is the one that the chart is about. */
const role = z.enum(['accent', 'strong', 'plain', 'faint']);
const chartHead = {
  kind: z.literal('chart'),
  id: z.string(),
  /** Says what to see. */
  title: z.string(),
  subtitle: z.string(),
  asOf: z.string(),
  /** The text alternative: what the chart shows, with its numbers. */
  alt: z.string(),
};

/** Lines over time; labels are at the line ends. `rules` are horizontal reference values. */
const lineChart = z.strictObject({
  ...chartHead,
  type: z.literal('lines'),
  unit: z.string(),
  lines: z.array(
    z.strictObject({ label: z.string(), series: z.string(), role, dashed: z.boolean().optional() }),
  ),
  rules: z.array(z.strictObject({ value: z.number(), label: z.string() })),
  /** Spans of dates, both ends included, that are shaded behind the lines: who led. */
  shades: z.array(z.strictObject({ from: z.string(), to: z.string(), label: z.string(), role })).optional(),
});

/** Daily bars of one symbol, close marked, over its volume; `rules` are prices at the right edge. */
export const priceChart = z.strictObject({
  ...chartHead,
  type: z.literal('prices'),
  unit: z.string(),
  bars: z.strictObject({ high: z.string(), low: z.string(), close: z.string() }),
  /** Drawn under the bars where the source has it. */
  volume: z.string().optional(),
  rules: z.array(z.strictObject({ label: z.string(), figure: z.string() })),
});

/** Relative rotation map: each tail is a path of (ratio, momentum), oldest first, around (100, 100). */
const rotationMap = z.strictObject({
  ...chartHead,
  type: z.literal('rotation-map'),
  tails: z.array(
    z.strictObject({ label: z.string(), name: z.string(), ratio: z.string(), momentum: z.string(), role }),
  ),
});

/** Signed horizontal bars, one a row: score components (with weights as `note`), style and sector excess. */
const barChart = z.strictObject({
  ...chartHead,
  type: z.literal('bars'),
  unit: z.string(),
  bars: z.array(z.strictObject({ label: z.string(), note: z.string().optional(), figure: z.string(), role })),
  /** Bars are drawn clipped to this range when it is given, with a mark that says so. */
  range: z.tuple([z.number(), z.number()]).optional(),
});

/** Signed bars in parts that add up to a total (compounding + cost = gap), one group a window. */
const stackedChart = z.strictObject({
  ...chartHead,
  type: z.literal('stacked'),
  unit: z.string(),
  parts: z.array(z.strictObject({ label: z.string(), role })),
  groups: z.array(z.strictObject({ label: z.string(), figures: z.array(z.string()), total: z.string() })),
});

/** For each row a range (low to high), its median, and today's value where there is one. */
const rangeChart = z.strictObject({
  ...chartHead,
  type: z.literal('ranges'),
  unit: z.string(),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      low: z.string(),
      middle: z.string(),
      high: z.string(),
      now: z.string().optional(),
    }),
  ),
});

/** A price line with named levels at its right edge, each with what it implies for the fund. */
const levelChart = z.strictObject({
  ...chartHead,
  type: z.literal('levels'),
  unit: z.string(),
  line: z.strictObject({ label: z.string(), series: z.string() }),
  levels: z.array(z.strictObject({ label: z.string(), figure: z.string(), implies: z.string().optional() })),
  /** Where the line may be one step on, widest last: drawn behind its end. */
  bands: z.array(z.strictObject({ label: z.string(), low: z.string(), high: z.string() })).optional(),
});

const chart = z.discriminatedUnion('type', [
  lineChart,
  rotationMap,
  barChart,
  stackedChart,
  rangeChart,
  levelChart,
  priceChart,
]);

/** Says why something is not there, in the place where it would be. */
const absence = z.strictObject({
  kind: z.literal('absence'),
  id: z.string(),
  title: z.string(),
  reason: z.string(),
});

const block = z.union([prose, table, chart, absence]);

const section = z.strictObject({
  id: z.string(),
  /** `Rotation`, as in the outline. */
  title: z.string(),
  status,
  /** What there is of it, in words: `5 of 13 funds`. Left out where the status says all; empty where there is no state. */
  state: z.string().optional(),
  /** One sentence under the heading: what this section says today. */
  lead: sentence.optional(),
  blocks: z.array(block),
});

/** One of the numbers in the strip of the front page. */
const keyFigure = z.strictObject({
  label: z.string(),
  figure: z.string(),
  /** A second line: another figure or words. */
  below: sentence.optional(),
  spark: z.string().optional(),
});

/** The kinds of changes, the most material first: docs/methods/changes.md. */
export const changeKinds = [
  'alarm',
  'data',
  'revised',
  'state',
  'regime',
  'cross',
  'extreme',
  'level',
  'score',
  'range',
  'run',
  'rank',
  'reading',
  'target',
  'claim',
  'graded',
  'schedule',
  'quadrant',
] as const;

const changedValues = z.array(z.union([z.number(), z.string().describe('A word or a date'), z.null()]));

/** What changed since the session before, by the rule of one kind. */
const change = z.strictObject({
  kind: z.enum(changeKinds),
  ids: z
    .array(z.string())
    .min(1)
    .describe('Figures; `section:macro` for a status of a section, `event:KIND:NAME` for a date ahead'),
  before: changedValues.describe('What each was the session before, in the order of `ids`'),
  now: changedValues.describe('What each is now'),
  sentence,
});

/** What is known to come in the next ten sessions. */
const eventAhead = z.strictObject({
  date: z.string(),
  when: z.string().describe('New York time HH:MM, or a part of the day'),
  kind: z.enum(eventKinds),
  name: z.string(),
  standing: z.enum(standings).describe('How sure the date is'),
  source: z.string(),
  major: z.boolean().describe('Whether the front page waits for it'),
  seen: z.string().optional().describe('The day on which a date that is kept in the program was read'),
});

const front = z.strictObject({
  verdict: sentence,
  supporting: z.array(sentence),
  /** What must be known of the prices before the figures are read; empty on an ordinary day. */
  notices: z.array(sentence).default([]),
  changes: z.strictObject({
    since: z.string(),
    items: z
      .array(sentence)
      .describe('What is said beside `changes`; in reports without it all that is said of them'),
  }),
  keys: z.array(keyFigure),
  blocks: z.array(block),
});

/** The strip of the masthead: prices final, macro, volatility proxy, filings none in this run. */
const stripItem = z.strictObject({ label: z.string(), status, text: z.string() });

/** What was found in the data: a code for machines, a text for people. */
export const flag = z.strictObject({
  subject: z.string(),
  /** Reports and snapshots from before codes were given read as `parser`. */
  code: z.enum(flagCodes).default('parser'),
  text: z.string(),
  sessions: z.array(z.string()).readonly().optional(),
  value: z.number().optional(),
});

const source = z.strictObject({
  key: z.string(),
  source: z.string(),
  origin: z.string(),
  raw: z.string(),
  fetchedAt: z.string(),
  rows: z.number(),
  first: z.string(),
  last: z.string(),
  status,
  note: z.string().optional(),
});

/** What the briefing calls: which side leads. The record of calls keeps it, and grades it when its horizons are over. */
export const callStatement = z.strictObject({
  subject: z.string().describe('The pair that it is about, `IWM:SPY`'),
  state: z.string().nullable().describe('The state of the rotation, in words; null without a score'),
  age: z.number().int().nullable().describe('Sessions since the state was entered'),
  score: z.number().nullable(),
  side: z
    .union([z.literal(-1), z.literal(0), z.literal(1)])
    .nullable()
    .describe('1 the first of the pair leads, -1 the second, 0 neither'),
  horizons: z.array(z.number().int()).describe('Sessions after which it is graded'),
});

export const report = z.strictObject({
  schema: z.literal('smallcap-briefing/1'),
  edition: z.strictObject({
    id: z.string(),
    title: z.string(),
    fund: z.string(),
    inverse: z.string(),
    underlying: z.string(),
    beta: z.number(),
  }),
  session: z
    .string()
    .describe('The session of the New York Stock Exchange that the report is about, YYYY-MM-DD'),
  previousSession: z.string(),
  nextSession: z.string(),
  revision: z
    .number()
    .int()
    .min(1)
    .describe('1 for the first report of the session; later ones never replace it'),
  collectedAt: z.string().describe('When the data were collected, ISO 8601 UTC'),
  snapshot: z.string().describe('Id of the snapshot in the archive from which the report can be made again'),
  /** Marks on every page when true. */
  marks: z.strictObject({
    simulated: z.boolean(),
    incomplete: z.boolean(),
    incompleteBecause: z.array(z.string()),
  }),
  strip: z.array(stripItem),
  front,
  changes: z
    .array(change)
    .default([])
    .describe('What changed since the session before, the most material first'),
  ahead: z
    .array(eventAhead)
    .optional()
    .describe('What is known to come in the next ten sessions; absent in reports from before it was kept'),
  sections: z.array(section),
  call: callStatement.optional().describe('What it calls; absent in reports from before calls were recorded'),
  figures: z
    .record(z.string(), figure)
    .describe('Every figure by its id: measure.subject.window, as return.IWM.5d'),
  windowPrices: z
    .strictObject({
      end: z.record(z.string(), z.number()),
      starts: z.record(
        z.string(),
        z.strictObject({ session: z.string(), closes: z.record(z.string(), z.number()) }),
      ),
    })
    .optional()
    .describe(
      'Adjusted closes behind returns: `return.S.W` is end[S] / starts[W].closes[S] − 1; absent in reports of before',
    ),
  reasons: z
    .record(z.string(), z.array(z.looseObject({ code: z.string() })))
    .optional()
    .describe(
      'The codes, with their parameters, behind each `reason` of a figure; absent in reports of before',
    ),
  axes: z.record(z.string(), axis),
  series: z.record(z.string(), series),
  /** What each figure's `method` means: definition in a sentence, and the page of the methods that derives it. */
  methods: z.record(z.string(), z.strictObject({ definition: z.string(), page: z.string() })),
  sources: z.array(source),
  names: z
    .record(z.string(), z.string())
    .optional()
    .describe('What readers call the series whose ids reasons and notes name; absent in older reports'),
  flags: z.array(flag),
});

export type Figure = z.infer<typeof figure>;
export type Part = z.infer<typeof part>;
export type Sentence = z.infer<typeof sentence>;
export type Series = z.infer<typeof series>;
export type Cell = z.infer<typeof cell>;
export type Prose = z.infer<typeof prose>;
export type Table = z.infer<typeof table>;
export type LineChart = z.infer<typeof lineChart>;
export type RotationMap = z.infer<typeof rotationMap>;
export type BarChart = z.infer<typeof barChart>;
export type StackedChart = z.infer<typeof stackedChart>;
export type RangeChart = z.infer<typeof rangeChart>;
export type LevelChart = z.infer<typeof levelChart>;
export type PriceChart = z.infer<typeof priceChart>;
export type Chart = z.infer<typeof chart>;
export type Absence = z.infer<typeof absence>;
export type Block = z.infer<typeof block>;
export type Section = z.infer<typeof section>;
export type KeyFigure = z.infer<typeof keyFigure>;
export type Change = z.infer<typeof change>;
export type EventAhead = z.infer<typeof eventAhead>;
export type Front = z.infer<typeof front>;
export type StripItem = z.infer<typeof stripItem>;
export type CallStatement = z.infer<typeof callStatement>;
export type Report = z.infer<typeof report>;
