import type { Figure } from '../report/schema.ts';
import type { PublishedReport } from './day.ts';
import { isCarried, shortened } from './revision-figures.ts';

/**
 * `data/history/QUARTER/SHARD.js`: what a sixteenth of all figures were on each session of a quarter, as
 * `archive.history({…})`, one session a line, so that a session is brought in by its line and no other line is read.
 */
export interface HistoryHead {
  readonly schema: 'smallcap-briefing-history/1';
  readonly quarter: string;
  readonly shard: string;
  /** Ids in the order of a line's values, ascending. */
  readonly ids: readonly string[];
}

type Value = Figure['value'];

/** A session in a shard; what has its usual value at the end is left out. */
export type HistoryLine = readonly [
  session: string,
  revision: number,
  values: readonly Value[],
  /** 1 for a simulated one. */
  simulated?: 0 | 1,
  /** Indexes of values that are proxies or stale. */
  doubtful?: readonly number[],
  /** What was published first, of the values that a later revision changed. */
  first?: readonly (readonly [index: number, value: Value])[],
];

/** Bounds what a session rewrites, 2.1 MB for 3,660 figures at the end of a quarter, at any age of the archive. */
const shardCount = 16;
export const shards = Array.from({ length: shardCount }, (_, at) => at.toString(16));

/** The quarter of a session, as `2026-q1`. */
export const quarterOf = (session: string): string =>
  `${session.slice(0, 4)}-q${Math.ceil(Number(session.slice(5, 7)) / 3)}`;

/** Where the history of a figure lies: FNV-1a of its id, by the number of shards. */
export function shardOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return (hash % shardCount).toString(16);
}

/** What the shards hold of one session. */
export interface HistoryDay {
  readonly session: string;
  readonly revision: number;
  readonly simulated: boolean;
  readonly values: ReadonlyMap<string, Value>;
  readonly doubtful: ReadonlySet<string>;
  readonly first: ReadonlyMap<string, Value>;
}

/** @param history every revision of one session, ascending; at least one */
export function historyDayOf(history: readonly PublishedReport[]): HistoryDay {
  const [first, newest] = [history[0]!.report, history.at(-1)!.report];
  const values = new Map<string, Value>();
  const doubtful = new Set<string>();
  const changed = new Map<string, Value>();
  for (const id of Object.keys(newest.figures)) {
    if (isCarried(id)) continue;
    const figure = newest.figures[id]!;
    const value = shortened(figure.value);
    values.set(id, value);
    if (figure.status === 'proxy' || figure.status === 'stale') doubtful.add(id);
    if (first === newest) continue;
    const before = first.figures[id];
    const was = before === undefined ? null : shortened(before.value);
    if (was !== value) changed.set(id, was);
  }
  return {
    session: newest.session,
    revision: newest.revision,
    simulated: newest.marks.simulated,
    values,
    doubtful,
    first: changed,
  };
}

const opening = 'archive.history(';
const between = ',"sessions":[\n';
const closing = '\n]});\n';

/** Null for what is no file of this form. */
function parse(script: string): { readonly head: HistoryHead; readonly lines: readonly string[] } | null {
  const at = script.indexOf(between);
  if (!script.startsWith(opening) || at < 0 || !script.endsWith(closing)) return null;
  try {
    const head = JSON.parse(`${script.slice(opening.length, at)}}`) as HistoryHead;
    if (head.schema !== 'smallcap-briefing-history/1' || !Array.isArray(head.ids)) return null;
    return { head, lines: script.slice(at + between.length, -closing.length).split(',\n') };
  } catch {
    return null;
  }
}

/** One figure on one session. */
export interface HistoryPoint {
  readonly session: string;
  readonly revision: number;
  readonly value: Value;
  /** Whether it is a proxy or stale. */
  readonly doubtful: boolean;
  /** What was published first, where a later revision changed it; else undefined. */
  readonly first: Value | undefined;
}

/** A figure on each session of a shard, oldest first; null when the text is no shard. */
export function pointsIn(script: string, id: string): readonly HistoryPoint[] | null {
  const shard = parse(script);
  if (shard === null) return null;
  const at = shard.head.ids.indexOf(id);
  return shard.lines.map((line) => {
    const [session, revision, values, , doubtful = [], first = []] = JSON.parse(line) as HistoryLine;
    return {
      session,
      revision,
      value: values[at] ?? null,
      doubtful: doubtful.includes(at),
      first: first.find(([index]) => index === at)?.[1],
    };
  });
}

/**
 * A shard with more sessions in it, each at its newest revision, oldest first. Commutative and idempotent, whatever the ids
 * of the sessions; null when the old text is no shard.
 */
export function mergeHistory(
  old: string | null,
  of: { readonly quarter: string; readonly shard: string },
  days: readonly HistoryDay[],
): string | null {
  const known = old === null ? { head: null, lines: [] } : parse(old);
  if (known === null) return null;
  const ours = days.map((day) => idsByShard(day).get(of.shard) ?? []);
  const ids = [...new Set([...(known.head?.ids ?? []), ...ours.flat()])].sort();
  // Ids come and go with the code: then, and only then, every line is set again.
  const moved = known.head !== null && ids.length !== known.head.ids.length;
  const lines = new Map<string, string>();
  for (const line of known.lines)
    lines.set(line.slice(2, 12), moved ? rewritten(line, known.head!.ids, ids) : line);
  const places = new Map(ids.map((id, at) => [id, at]));
  days.forEach((day, at) => {
    const other = lines.get(day.session);
    if (other === undefined || revisionIn(other) < day.revision)
      lines.set(day.session, lineOf(day, ours[at]!, places));
  });
  const head: HistoryHead = { schema: 'smallcap-briefing-history/1', ...of, ids };
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return opening + safe(head).slice(0, -1) + between + sorted.join(',\n') + closing;
}

const shardsOfDays = new WeakMap<HistoryDay, ReadonlyMap<string, readonly string[]>>();

/** The ids of a session by their shard, sought once for all shards. */
function idsByShard(day: HistoryDay): ReadonlyMap<string, readonly string[]> {
  const found = shardsOfDays.get(day) ?? Map.groupBy(day.values.keys(), shardOf);
  shardsOfDays.set(day, found);
  return found;
}

const revisionIn = (line: string): number => Number(/^\["[\d-]{10}",(\d+)/.exec(line)?.[1]);

function lineOf(day: HistoryDay, ids: readonly string[], places: ReadonlyMap<string, number>): string {
  const values: Value[] = new Array(places.size).fill(null);
  const doubtful: number[] = [];
  const first: (readonly [number, Value])[] = [];
  for (const id of ids) {
    const at = places.get(id)!;
    values[at] = day.values.get(id) ?? null;
    if (day.doubtful.has(id)) doubtful.push(at);
    if (day.first.has(id)) first.push([at, day.first.get(id) ?? null]);
  }
  return written([day.session, day.revision, values, day.simulated ? 1 : 0, doubtful, first]);
}

/** A line for another list of ids. */
function rewritten(line: string, from: readonly string[], to: readonly string[]): string {
  const [session, revision, values, simulated = 0, doubtful = [], first = []] = JSON.parse(
    line,
  ) as HistoryLine;
  const at = new Map(to.map((id, place) => [id, place]));
  const place = (index: number) => at.get(from[index] ?? '') ?? 0;
  const moved: Value[] = Array.from({ length: to.length }, () => null);
  values.forEach((value, index) => {
    moved[place(index)] = value;
  });
  const firsts = first.map(([index, value]) => [place(index), value] as const);
  return written([session, revision, moved, simulated, doubtful.map(place), firsts]);
}

/** Without what has its usual value at the end; the same form from every writer. */
function written(line: HistoryLine): string {
  const [session, revision, values, simulated = 0, doubtful = [], first = []] = line;
  const parts: unknown[] = [session, revision, values];
  if (simulated === 1 || doubtful.length > 0 || first.length > 0) parts.push(simulated);
  if (doubtful.length > 0 || first.length > 0) parts.push(doubtful);
  if (first.length > 0) parts.push(first);
  return safe(parts);
}

/** Escaped `<` cannot end a script element that it is copied into. */
const safe = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
