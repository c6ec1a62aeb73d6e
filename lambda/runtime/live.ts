import * as z from 'zod';
import type { Archive } from '../archive/archive.ts';
import { readJson, sha256Of, writeJson } from '../archive/bytes.ts';
import { packPayload } from '../archive/payloads.ts';
import { keys } from '../archive-layout.ts';
import { newYorkDate } from '../calendar/new-york.ts';
import type { Answer } from '../sources/http/client.ts';
import { systemClock } from '../sources/http/clock.ts';
import { type Probed, probe } from '../sources/live/probe.ts';
import type { LiveSettings } from '../sources/live/settings.ts';
import { type LiveSource, liveSource } from '../sources/live/source.ts';
import type { CollectRequest } from '../sources/source.ts';
import { ArchivedSnapshots } from './archived-snapshots.ts';
import type { LiveConfig } from './config-live.ts';

export interface LiveChoice {
  readonly archive: Archive;
  readonly config: LiveConfig;
  /** The instant that `--now` set; undefined when the run goes by the real time. */
  readonly now?: string | undefined;
  readonly offline: boolean;
  /** Called for a parser's unexpected exception, a bug of ours; optional. */
  readonly reportBug?: LiveSettings['reportBug'];
  /** Limits other than a run's own, for tests. */
  readonly limits?: Partial<Pick<LiveSettings, 'patience' | 'providers' | 'clock'>>;
}

/** Live data with the archive behind it: what is received is kept there first, what was kept is remembered. */
export function openLiveSource(choice: LiveChoice): LiveSource {
  const prepare = async (request: CollectRequest): Promise<LiveSource> =>
    liveSource(await settingsFor(choice, request));
  return {
    name: 'live',
    simulated: false,
    ...(choice.reportBug === undefined ? {} : { reportBug: choice.reportBug }),
    survey: async (request) => (await prepare(request)).survey(request),
    collect: async (request) => (await prepare(request)).collect(request),
  };
}

/** One series from every source, its answers kept in the archive as a run keeps them. */
export async function probeLive(choice: LiveChoice, request: CollectRequest): Promise<readonly Probed[]> {
  return await probe(await settingsFor(choice, request), request);
}

async function settingsFor(choice: LiveChoice, request: CollectRequest): Promise<LiveSettings> {
  const { archive, config, now, offline, limits } = choice;
  const date = newYorkDate(request.now);
  return {
    clock: systemClock(now),
    clockIsSet: now !== undefined,
    keys: config.keys,
    addresses: config.addresses,
    ...(config.contact === undefined ? {} : { contact: config.contact }),
    offline,
    reportBug: choice.reportBug ?? (() => undefined),
    snapshots: new ArchivedSnapshots(archive, request.edition.id, request.session),
    keep: (answer) => keepAnswer(archive, date, answer),
    used: await requestsOf(archive, date),
    saveUsed: (used) => saveRequests(archive, date, used),
    ...limits,
  };
}

/** An answer as received: its bytes under their hash, and a receipt that says from where, when and how it came. */
async function keepAnswer(archive: Archive, date: string, answer: Answer): Promise<void> {
  const { provider, url, status, headers, fetchedAt, bytes } = answer;
  const raw = sha256Of(bytes);
  await archive.putNew(keys.raw(raw), await packPayload(bytes));
  const name = `${sha256Of(url).slice(0, 12)}-${sha256Of(fetchedAt + raw).slice(0, 12)}`;
  await archive.putNew(
    keys.receipt(date, provider, name),
    writeJson({ provider, url, status, headers, fetchedAt, raw, bytes: bytes.length }),
  );
}

const requests = z.record(z.string(), z.int());

async function requestsOf(archive: Archive, date: string): Promise<Readonly<Record<string, number>>> {
  const key = keys.requests(date);
  const bytes = await archive.get(key);
  return bytes === null ? {} : readJson(requests, bytes, archive.locate(key));
}

async function saveRequests(
  archive: Archive,
  date: string,
  used: Readonly<Record<string, number>>,
): Promise<void> {
  if (Object.keys(used).length === 0) return;
  const key = keys.requests(date);
  await archive.update(key, (old) => {
    const before = old === null ? {} : readJson(requests, old, archive.locate(key));
    const most = Object.entries(used).map(([name, count]) => [name, Math.max(count, before[name] ?? 0)]);
    return writeJson({ ...before, ...Object.fromEntries(most) });
  });
}
