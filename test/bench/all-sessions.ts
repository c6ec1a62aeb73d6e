import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { folderSource } from '../../lambda/sources/files/folder.ts';
import { analyse, predecessorOf } from '../../lambda/steps/analyse.ts';
import { collect } from '../../lambda/steps/collect.ts';
import type { Predecessor } from '../../lambda/steps/predecessor.ts';
import { snapshotOf } from '../../lambda/steps/snapshot.ts';
import { chainOf } from './calls.ts';
import { processorTime } from './processor.ts';

/** What a process of its own measured of the reports that it made: its memory is theirs alone. */
export interface AllSessions {
  readonly sessions: number;
  readonly seconds: number;
  /** Processor time of each report, in milliseconds, in their order. */
  readonly each: readonly number[];
  readonly megabytes: number;
  readonly bytes: number;
  /** Words and sides by figure, and how often each was written. */
  readonly words: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** As `words`, on the last sessions of months alone. */
  readonly monthly: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const [data = '', from = '', to = '', out = '', calls = '0'] = process.argv.slice(2);

const archive = new FolderArchive(join(out, 'archive'));
await mkdir(join(out, 'reports'), { recursive: true });
const started = performance.now();
const now = `${to}T23:50:00.000Z`;
const collection = await collect({ edition: tna, session: to, through: to, now }, folderSource(data));
const sessions = sessionsBetween(from, to);
const chain = chainOf(sessions[0]!, Number(calls));
const each: number[] = [];
let bytes = 0;
let previous: Predecessor | null = null;
const words: Record<string, Record<string, number>> = {};
const monthly: Record<string, Record<string, number>> = {};
let written: Promise<unknown> = Promise.resolve();
for (const [i, session] of sessions.entries()) {
  const before = processorTime();
  const { snapshot } = await snapshotOf(collection, session, archive);
  const input = { newest: null, founded: false, after: 0, allowIncomplete: true, pdf: null } as const;
  const analysis = analyse({ collection, snapshot, previous, chain, ...input });
  previous = predecessorOf(analysis);
  each.push(processorTime() - before);
  await written;
  written = writeFile(join(out, 'reports', `${session}.json`), analysis.json);
  bytes += analysis.json.length;
  count(words, analysis.report);
  if (sessions[i + 1]?.slice(0, 7) !== session.slice(0, 7)) count(monthly, analysis.report);
}
await written;

function count(into: Record<string, Record<string, number>>, { figures, call }: Report): void {
  const said = Object.entries(figures).filter(([id]) => /^(claim\.\d\d|rotation\.state)$/.test(id));
  for (const [id, { value }] of said) add(into, id, String(value ?? 'missing'));
  add(into, 'call.side', String(call?.side ?? 'none'));
}

function add(into: Record<string, Record<string, number>>, id: string, word: string): void {
  into[id] ??= {};
  into[id][word] = (into[id][word] ?? 0) + 1;
}

const found: AllSessions = {
  sessions: sessions.length,
  seconds: (performance.now() - started) / 1000,
  each,
  megabytes: process.resourceUsage().maxRSS / 1000,
  bytes,
  words,
  monthly,
};
console.log(JSON.stringify(found));
