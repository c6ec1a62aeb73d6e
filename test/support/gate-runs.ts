import { describeSnapshot, hashed } from '../../lambda/archive/snapshots.ts';
import { exitCodes } from '../../lambda/archive-layout.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { GateError, InputError } from '../../lambda/errors.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { payloadsOf } from '../../lambda/sources/live/source.ts';
import type { Payload } from '../../lambda/sources/source.ts';
import { analyse } from '../../lambda/steps/analyse.ts';
import { collectionOf } from '../../lambda/steps/collection.ts';
import { snapshotFrom } from '../../lambda/steps/snapshot.ts';
import { barsOfDays, csvOf, type Funds } from './four-funds.ts';
import { plainSpaces } from './hand-made-book.ts';
import { collectFrom } from './provider/collect.ts';
import type { ProviderServer } from './provider/server.ts';

/** What is asked for: the four required funds and two optional, so that a run takes a moment. */
const few: Edition = {
  ...tna,
  symbols: tna.symbols.filter(({ symbol }) => [...tna.required, 'TZA', 'IJR'].includes(symbol)),
  macro: [],
  filers: [],
  holdings: [],
};

/** What came of a run up to its report. */
export interface Ran {
  readonly exit: number;
  /** Why there is no briefing; empty with one. */
  readonly refusal: string;
  readonly strip: string;
  readonly notices: readonly string[];
  readonly report: Report | null;
  /** Which source each symbol's bars are from. */
  readonly from: Readonly<Record<string, string>>;
}

/** A run on payloads: assembled, through the gate, analysed. */
export async function runOn(
  payloads: readonly Payload[],
  session: string,
  now: string,
  allowIncomplete = false,
): Promise<Ran> {
  const named = payloads.map(hashed);
  const from = Object.fromEntries(named.map(({ key, source }) => [key.replace('bars:', ''), source]));
  const nothing = { strip: '', notices: [], report: null, from };
  try {
    const of = { edition: tna, simulated: false, collectedAt: now };
    const collection = collectionOf(of, named);
    const document = describeSnapshot(
      { edition: tna.id, session, collectedAt: now, simulated: false },
      named,
    );
    const { snapshot } = await snapshotFrom(collection, document);
    const first = {
      newest: null,
      founded: true,
      after: 0,
      previous: null,
      chain: { records: [], broken: null },
      pdf: null,
    };
    const { report } = analyse({ collection, snapshot, ...first, allowIncomplete });
    const strip = report.strip.find(({ label }) => label === 'prices')?.text ?? '';
    const notices = report.front.notices.map((sentence) => plainSpaces(plainText(sentence)));
    return { exit: exitCodes.ok, refusal: '', strip, notices, report, from };
  } catch (error) {
    if (error instanceof GateError) return { ...nothing, exit: exitCodes.refused, refusal: error.message };
    if (error instanceof InputError) return { ...nothing, exit: exitCodes.badInput, refusal: error.message };
    throw error;
  }
}

/** A run on a folder of files; `file` makes of a symbol's CSV what the folder holds. */
export const folderRun = (
  funds: Funds,
  session: string,
  now: string,
  {
    allowIncomplete = false,
    file = (csv) => csv,
  }: {
    readonly allowIncomplete?: boolean;
    readonly file?: ((csv: string, symbol: string) => string) | undefined;
  } = {},
): Promise<Ran> =>
  runOn(
    [...funds].map(([symbol, days]) => ({
      key: `bars:${symbol}`,
      source: 'folder',
      origin: `market/${symbol}.csv`,
      fetchedAt: now,
      bytes: new TextEncoder().encode(file(csvOf(days), symbol)),
    })),
    session,
    now,
    allowIncomplete,
  );

/** A run on played providers: Yahoo, which is asked first, has one world and Cboe another. */
export async function liveRun(
  server: ProviderServer,
  yahoo: Funds,
  cboe: Funds,
  session: string,
  now: string,
): Promise<Ran> {
  const { world } = server;
  world.market.clear();
  for (const [symbol, days] of cboe) world.market.set(symbol, barsOfDays(symbol, days));
  world.yahoo?.clear();
  for (const [symbol, days] of yahoo) world.yahoo?.set(symbol, barsOfDays(symbol, days));
  const { outcomes } = await collectFrom(server, { session, now, edition: few });
  return await runOn(payloadsOf(outcomes, { session, through: session, now }), session, now);
}
