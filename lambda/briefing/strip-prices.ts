import { compareInstants, newYorkInstant } from '../calendar/new-york.ts';
import { correctionsEnd } from '../calendar/nyse.ts';
import { plural } from '../counted.ts';
import type { Edition } from '../editions/edition.ts';
import type { FigureBook } from '../figures/book.ts';
import type { StripItem } from '../report/schema.ts';
import type { FlagCode } from '../series/flag.ts';
import type { Status } from '../series/snapshot.ts';
import { scoreWindow } from '../series/windows.ts';
import type { Header } from './header.ts';
import { leftOutOf, notUsable } from './left-out.ts';
import { aboutRequired, isApart, isOffMultiple } from './sections/front/notices.ts';
import { formatNearDate } from './words/date.ts';
import { formatNumber } from './words/number.ts';
import { Words } from './words/sentence.ts';

/** Something to say of the prices, and how bad it makes them. */
interface Remark {
  readonly status: Status;
  readonly text: string;
}

const severity: readonly Status[] = ['fresh', 'proxy', 'stale', 'missing'];

/**
 * How far the session's prices can be trusted: what is missing, late or a proxy, doubts about the required
 * ones, and only where nothing does whether they are final.
 */
export function pricesItem(edition: Edition, header: Header, book: FigureBook): StripItem {
  const grave = [...ofStatus(edition, book), ...flagged(edition, header), ...ofTheFund(edition, book)];
  const late = others(edition, header);
  const names = late.length === 0 ? '' : `${edition.required.join(', ')} `;
  const unusable = notUsable(leftOutOf(header.flags, 'bars').map((symbol) => nameOf(edition, symbol)));
  const said = [
    ...(grave.length > 0 ? grave : [{ status: 'fresh' as const, text: names + finality(edition, header) }]),
    ...late,
    ...(unusable === null ? [] : [{ status: 'fresh' as const, text: unusable }]),
  ];
  const status = severity.findLast((one) => said.some((remark) => remark.status === one))!;
  return { label: 'prices', status, text: said.map(({ text }) => text).join('; ') };
}

/** The required symbols that are missing, late or proxies, each kind with its names. */
function ofStatus({ required }: Edition, book: FigureBook): Remark[] {
  const statusOf = (symbol: string): Status => {
    const id = `return.${symbol}.1d`;
    return book.has(id) ? book.get(id).status : 'missing';
  };
  return (['missing', 'stale', 'proxy'] as const).flatMap((status) => {
    const those = required.filter((symbol) => statusOf(symbol) === status);
    if (those.length === 0) return [];
    // All of one kind need no names, as with a source that has no dividends.
    const names = those.length === required.length && status !== 'missing' ? '' : `${those.join(', ')} `;
    return [{ status, text: `${names}${status === 'stale' ? 'late' : status}` }];
  });
}

/** What the flags say of required symbols. */
function flagged(edition: Edition, { flags }: Header): Remark[] {
  const of = (code: FlagCode) => aboutRequired(edition, flags, code);
  const disputed = of('sources-disagree').map(({ symbol }) => symbol);
  return [
    ...of('recent-hole').map(({ symbol, sessions }) => ({
      status: 'stale' as const,
      text: `${symbol} without ${sessions.map(formatNearDate).join(', ')}`,
    })),
    ...of('past-holes').map(({ symbol, sessions }) => ({
      status: 'stale' as const,
      text: `${symbol} without ${sessions.length} of ${formatNumber(scoreWindow, 0)} sessions`,
    })),
    ...of('apart-from-index').map(({ symbol }) => ({
      status: 'stale' as const,
      text: `${symbol} and its index do not go together`,
    })),
    ...(disputed.length === 0
      ? []
      : [{ status: 'stale' as const, text: `two sources disagree on ${disputed.join(', ')}` }]),
  ];
}

/** The fund and the underlying against each other. */
function ofTheFund(edition: Edition, book: FigureBook): Remark[] {
  const words = new Words(book);
  if (!isApart(words, edition) && !isOffMultiple(words, edition)) return [];
  return [{ status: 'stale', text: `${edition.fund.symbol} and ${edition.underlying} do not go together` }];
}

/** An index has a name that readers know, a fund its symbol. */
function nameOf({ symbols }: Edition, symbol: string): string {
  const spec = symbols.find((one) => one.symbol === symbol);
  return spec?.group === 'index' ? spec.name : symbol;
}

/** Of the other symbols that came and can be used, how many are late or have no bar of the session. */
function others({ required }: Edition, { provenance, session, flags }: Header): Remark[] {
  const unusable = leftOutOf(flags, 'bars');
  const late = provenance.filter(
    ({ key, status, rows, first }) =>
      key.startsWith('bars:') &&
      rows > 0 &&
      first <= session &&
      !required.includes(key.slice('bars:'.length)) &&
      !unusable.includes(key.slice('bars:'.length)) &&
      (status === 'stale' || status === 'missing'),
  );
  return late.length === 0
    ? []
    : [{ status: 'stale', text: `${late.length} ${plural(late.length, 'other', 'others')} old` }];
}

/**
 * Whether the required prices are corrected no more. Only the time at which a provider gave them proves that; a file
 * says nothing of when its prices were taken.
 */
function finality({ required }: Edition, header: Header): string {
  const from = newYorkInstant(header.session, correctionsEnd);
  const entries = header.provenance.filter(({ key }) => required.some((symbol) => key === `bars:${symbol}`));
  if (entries.some(({ source }) => source === 'folder')) return 'as given';
  const times = entries.length > 0 ? entries.map(({ fetchedAt }) => fetchedAt) : [header.collectedAt];
  return times.every((time) => compareInstants(time, from) >= 0) ? 'final' : 'provisional';
}
