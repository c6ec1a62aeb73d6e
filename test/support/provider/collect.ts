import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { describeSnapshot, hashed, keepPayloads, keepSnapshot } from '../../../lambda/archive/snapshots.ts';
import type { Edition } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { type ProviderName, providers } from '../../../lambda/providers/index.ts';
import type { Keys } from '../../../lambda/providers/keys.ts';
import type { Provider } from '../../../lambda/providers/provider.ts';
import { openLiveSource } from '../../../lambda/runtime/live.ts';
import { type Assembled, assemble } from '../../../lambda/sources/assemble.ts';
import type { ClientClock } from '../../../lambda/sources/http/clock.ts';
import type { SeriesOutcome } from '../../../lambda/sources/live/outcome.ts';
import { payloadsOf } from '../../../lambda/sources/live/source.ts';
import { temporaryPlace } from '../temporary.ts';
import { fastClock } from './fast-clock.ts';
import { type AnswerFault, faults } from './faults.ts';
import type { ProviderServer } from './server.ts';

/** The keys that the played providers accept. */
export const goodKeys: Keys = {
  tiingo: 'tiingo-key-0123456789',
  alpaca: { id: 'alpaca-id-0123456789', secret: 'alpaca-secret-0123456789' },
  massive: 'massive-key-0123456789',
  fred: 'fred-key-0123456789',
  finnhub: 'finnhub-key-0123456789',
};

/** A few series of the edition, one of every kind of chain: enough to see a fault and quick to collect. */
export const smallEdition: Edition = {
  ...tna,
  required: ['IWM', 'TNA'],
  symbols: tna.symbols.filter(({ symbol }) => ['IWM', 'TNA', 'SPY', '^RUT', '^VIX'].includes(symbol)),
  macro: tna.macro.filter(({ series }) =>
    ['UNRATE', 'DGS2', 'DFEDTARU', 'BAMLH0A0HYM2', 'VIXCLS'].includes(series),
  ),
  filers: tna.filers.filter(({ symbol }) => symbol === 'AMZN'),
};

type Limits = Pick<Provider, 'headTimeout' | 'totalTimeout'>;
type Providers = Record<ProviderName, Provider>;

/** The providers' own limits without their pauses between requests. A busy machine has time enough to answer. */
export const quickProviders = withLimits((_, limits) => limits);

/**
 * The same, with short time limits, for faults that would be waited for. What comes without end has a long limit for its head,
 * and what never comes a long one for its body: a busy machine gets the same refusal.
 */
export function quickProvidersWith(fault: AnswerFault, ...broken: readonly ProviderName[]): Providers {
  const limits = shortLimits.get(fault);
  if (limits === undefined) return quickProviders;
  return withLimits((name, otherwise) => (broken.includes(name) ? limits : otherwise));
}

const shortLimits: ReadonlyMap<AnswerFault, Limits> = new Map([
  [faults.hangs, { headTimeout: 250, totalTimeout: 10_000 }],
  [faults.neverEnds, { headTimeout: 8_000, totalTimeout: 300 }],
  [faults.floods, { headTimeout: 8_000, totalTimeout: 600 }],
]);

function withLimits(limitsOf: (name: ProviderName, otherwise: Limits) => Limits): Providers {
  const otherwise = { headTimeout: 8_000, totalTimeout: 10_000 };
  const limited = Object.entries(providers).map(([name, provider]) => [
    name,
    {
      ...provider,
      pace: { ...provider.pace, spacing: 1 },
      ...limitsOf(name as ProviderName, otherwise),
    },
  ]);
  return Object.fromEntries(limited) as Providers;
}

export interface CollectedSeries {
  readonly outcomes: readonly SeriesOutcome[];
  of(key: string): SeriesOutcome;
  /** What the report is made from. */
  readonly assembled: Assembled;
}

export interface CollectOptions {
  readonly session: string;
  readonly now: string;
  readonly archive?: FolderArchive;
  readonly keys?: Keys;
  readonly edition?: Edition;
  readonly offline?: boolean;
  readonly patience?: number;
  readonly providers?: Record<ProviderName, Provider>;
  readonly clock?: ClientClock;
}

/** One collection through the real client, chain and archive, from a played world. */
export async function collectFrom(
  server: Pick<ProviderServer, 'addresses'>,
  options: CollectOptions,
): Promise<CollectedSeries> {
  const { session, now, keys = {}, edition = smallEdition, offline = false } = options;
  const archive = options.archive ?? new FolderArchive(listedFolder());
  const limits = {
    patience: options.patience ?? 20_000,
    providers: options.providers ?? quickProviders,
    // Pauses between tries are shorter; time-outs are as the limits say.
    clock: options.clock ?? fastClock(now, 10),
  };
  const config = { keys, addresses: server.addresses, contact: 'test test@example.org' };
  const source = openLiveSource({ archive, config, now, offline, limits });
  const outcomes = await source.survey({ edition, session, through: session, now });
  const payloads = payloadsOf(outcomes, { session, through: session, now }).map(hashed);
  return {
    outcomes,
    get assembled() {
      return assemble({ edition, session }, payloads);
    },
    of(key) {
      const found = outcomes.find((outcome) => outcome.key === key);
      if (found === undefined) throw new Error(`${key} was not asked for`);
      return found;
    },
  };
}

/** Keeps what was collected as a run does: payloads, and the snapshot that lists them. */
export async function keepCollected(
  collected: CollectedSeries,
  { session, now, archive, edition = smallEdition }: CollectOptions,
): Promise<void> {
  if (archive === undefined) throw new Error('there is no archive to keep it in');
  const payloads = payloadsOf(collected.outcomes, { session, through: session, now }).map(hashed);
  await keepPayloads(archive, payloads);
  const of = { edition: edition.id, session, collectedAt: now, simulated: false };
  await keepSnapshot(archive, describeSnapshot(of, payloads));
}

const made: string[] = [];

export function listedFolder(): string {
  const folder = mkdtempSync(join(temporaryPlace, 'providers-'));
  made.push(folder);
  return folder;
}

/** Removes what the tests of a file left behind. */
export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
