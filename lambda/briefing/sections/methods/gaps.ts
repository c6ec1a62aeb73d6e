import { plural } from '../../../counted.ts';
import type { BookFigure, FigureBook } from '../../../figures/book.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatNumber } from '../../words/format.ts';
import type { Idiom } from '../../words/idiom.ts';
import { reasonText } from '../../words/reasons.ts';
import { type SharedReason, shareReasons } from '../../words/shared-reasons.ts';
import { absentCalendars } from '../calendar/gaps.ts';
import { listOf, plainSentence } from '../plain.ts';
import { isOnPages } from './not-on-pages.ts';

/** Figures that one sentence rests on; the book says of every figure why it is not fresh. */
const cited = 4;

const headings = [
  ['proxy', 'Proxy'],
  ['stale', 'Stale'],
  ['missing', 'Missing'],
] as const;

/**
 * Every proxy, every stale and every missing figure: one sentence a reason, the series that it holds for together,
 * the reasons with most figures first.
 */
export function gapsProse(context: Context): Prose {
  const { book, edition, words } = context;
  const flawed = [...book.entries()]
    .filter(
      ([id, { status }]) =>
        status !== 'fresh' && !isOfLedger(id) && isOnPages(id, edition) && !isToldByTwin(book, id),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sentences = headings.flatMap(([status, heading]) => {
    const those = flawed.filter(([, figure]) => figure.status === status);
    return byReason(those).map((gap) => sentenceOf(heading, gap, words.idiom));
  });
  const all = [...sentences, ...notAtHand(context)];
  return listOf(
    'methods.gaps',
    'Stand-ins and gaps',
    all.length > 0 ? all : [plainSentence('Every figure is there, and none rests on a stand-in.')],
  );
}

/** What has no figures at all while it is not at hand, in one sentence; their own sections say why. */
function notAtHand({ book, edition, header, view }: Context): Sentence[] {
  const { disclosures } = view.panel;
  const absent = [
    ...(edition.filers.length === 0 || book.has(`capex.${edition.basket.id}.q`) ? [] : ['company filings']),
    ...edition.holdings
      .filter((fund) => !disclosures.holdings.has(fund))
      .map((fund) => `the holdings of ${fund}`),
    ...absentCalendars(header),
  ];
  return absent.length === 0
    ? []
    : [plainSentence(`Not at hand, for the reasons in their sections: ${absent.join(', ')}.`)];
}

/** A claim rests on figures that are listed themselves, and the ledger says of each what it lacks. */
const isOfLedger = (id: string): boolean => /^(claim|balance)\./.test(id);

/** A reading has either the day on which it became known or its usual one; without both there is a gap. */
function isToldByTwin(book: FigureBook, id: string): boolean {
  const [, reading, which] = /^(.*)\.(knownsince|usualdate)$/.exec(id) ?? [];
  const twin = `${reading}.${which === 'knownsince' ? 'usualdate' : 'knownsince'}`;
  return which !== undefined && book.has(twin) && book.get(twin).value !== null;
}

/** The figures of each reason, those together whose reason is the same except for its series or window. */
function byReason(figures: readonly (readonly [string, BookFigure])[]): SharedReason<string>[] {
  const given = figures.flatMap(([id, { reasons = [] }]) => reasons.map((reason) => [id, reason] as const));
  return shareReasons(given).sort((a, b) => b.of.length - a.of.length);
}

function sentenceOf(heading: string, shared: SharedReason<string>, idiom: Idiom): Sentence {
  const { of } = shared;
  const count = `${formatNumber(of.length, 0)} ${plural(of.length, 'figure')}`;
  return plainSentence(
    `${heading}: ${reasonText(shared.reason, idiom, shared)} (${count}).`,
    of.slice(0, cited),
  );
}
