import { newYorkDate } from '../../calendar/new-york.ts';
import type { Edition } from '../../editions/edition.ts';
import { isLateFiling, isOldList } from '../../series/disclosure-age.ts';
import { quartersOf } from '../../series/filings.ts';
import { type Candidate, runChain, tryRoute, type Validation } from '../chain.ts';
import type { ParsedFilings, ParsedHoldings, ParsedOptions } from '../parsing/parsed.ts';
import { cboeOptions } from '../providers/cboe-quote/options.ts';
import { direxion } from '../providers/direxion/fetch.ts';
import { ishares } from '../providers/ishares/fetch.ts';
import { secRoutes } from '../providers/sec/fetch.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import { fromTheArchive } from './market.ts';
import type { Outcome } from './outcome.ts';
import type { Run } from './run.ts';

/** How answers of one kind are judged and told of: rows, and the dates of the first and the newest. */
interface Kind<T> {
  readonly validation: Validation<T>;
  readonly extent: (parsed: T) => Pick<Outcome, 'rows' | 'first' | 'last'>;
}

/** A company's capital expenditure as it has filed it: under the first concept that it still uses. */
export function collectFilings(run: Run, asked: SeriesRequest, edition: Edition): Promise<Outcome> {
  const cik = edition.filers.find(({ symbol }) => symbol === asked.series)?.cik ?? 0;
  return collect(run, `filings:${asked.series}`, asked, secRoutes(cik), filingsBy(asked.session));
}

/** A fund's own list of what it holds, which only the day's visitor sees: older ones are in our archive alone. */
export function collectHoldings(run: Run, asked: SeriesRequest): Promise<Outcome> {
  return collect(
    run,
    `holdings:${asked.series}`,
    asked,
    holdingsRoutes(asked.series),
    holdingsOn(asked.session),
  );
}

/** What options of a symbol imply by their exchange's quote of the session, which only the day's visitor sees. */
export function collectOptions(run: Run, asked: SeriesRequest): Promise<Outcome> {
  return collect(run, `options:${asked.series}`, asked, optionsRoutes, optionsOn(asked.session));
}

export const optionsRoutes: readonly SourceRoute<ParsedOptions>[] = [cboeOptions];

/** The publishers of a fund's list. */
export const holdingsRoutes = (fund: string): readonly SourceRoute<ParsedHoldings>[] =>
  [direxion, ishares].filter((route) => route.serves(fund));

function filingsBy(session: string): Kind<ParsedFilings> {
  const newest = ({ filings }: ParsedFilings): string => quartersOf(filings, session).at(-1)?.end ?? '';
  return {
    validation: {
      problem(parsed) {
        const end = newest(parsed);
        if (end === '') return `no quarter under ${parsed.filings.concept} by ${session}`;
        return isLateFiling(end, session) ? `its newest quarter ended ${end}` : null;
      },
      compare: (a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0),
    },
    extent: ({ filings: { facts } }) => {
      const ends = facts.map(({ end }) => end).sort();
      return { rows: facts.length, first: ends[0] ?? '', last: ends.at(-1) ?? '' };
    },
  };
}

function holdingsOn(session: string): Kind<ParsedHoldings> {
  // A list of after the session is of no use, so it counts as the oldest.
  const asOf = ({ holdings }: ParsedHoldings): string => (holdings.asOf > session ? '' : holdings.asOf);
  return {
    validation: {
      problem({ holdings }) {
        if (holdings.asOf > session) return `the list is of ${holdings.asOf}, after the session`;
        return isOldList(holdings.asOf, session) ? `the list is of ${holdings.asOf}` : null;
      },
      compare: (a, b) => (asOf(a) < asOf(b) ? 1 : asOf(a) > asOf(b) ? -1 : 0),
    },
    extent: ({ holdings }) => ({ rows: holdings.weights.size, first: holdings.asOf, last: holdings.asOf }),
  };
}

function optionsOn(session: string): Kind<ParsedOptions> {
  const isOf = ({ options: { asOf } }: ParsedOptions): number => Number(asOf === session);
  return {
    validation: {
      problem: (parsed) => (isOf(parsed) === 1 ? null : `the quote is of ${parsed.options.asOf}`),
      compare: (a, b) => isOf(b) - isOf(a),
    },
    extent: ({ options: { asOf } }) => ({ rows: 1, first: asOf, last: asOf }),
  };
}

/**
 * Through the chain, against the archive. What the session's own evening kept is taken again by a later run, as with
 * macro series: what was published since was not known then.
 */
async function collect<T>(
  run: Run,
  key: string,
  asked: SeriesRequest,
  routes: readonly SourceRoute<T>[],
  { validation, extent }: Kind<T>,
): Promise<Outcome> {
  if (newYorkDate(asked.now) > asked.session && asked.through === asked.session) {
    const then = await run.rememberedOfTheEvening<T>(key, routes);
    if (then !== null)
      return { key, payload: then.payload, ...extent(then.parsed), attempts: [], fromArchive: true };
  }
  const archived = await run.remembered<T>(key, routes);
  const { best, attempts } = run.offline
    ? { best: null, attempts: [] }
    : await runChain(routes, (route) => tryRoute(route, asked, run.ports), validation);
  const kept = archived !== null && (best === null || validation.compare(archived.parsed, best.parsed) < 0);
  if (kept) {
    const payload = fromTheArchive(archived.payload, attempts);
    return { key, payload, ...extent(archived.parsed), attempts, fromArchive: true };
  }
  if (best === null)
    return { key, payload: null, rows: 0, first: '', last: '', attempts, fromArchive: false };
  return { key, payload: payloadOf(key, best), ...extent(best.parsed), attempts, fromArchive: false };
}

/** A concept that a company does not use is not worth a note: the next route asks for another concept of the same company. */
function payloadOf<T>(key: string, { source, fetched }: Candidate<T>): Payload {
  const { bytes, origin, fetchedAt, status, headers } = fetched;
  return { key, source, origin, fetchedAt, bytes, response: { status, headers } };
}
