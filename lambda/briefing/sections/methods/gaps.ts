import { plural } from '../../../counted.ts';
import type { BookFigure, FigureBook } from '../../../figures/book.ts';
import { weakMemo } from '../../../market-data/memo.ts';
import type { Prose, Sentence } from '../../../report/schema.ts';
import { type Reason, reasonKey } from '../../../series/reason.ts';
import type { Context } from '../../context.ts';
import { formatNumber } from '../../words/format.ts';
import type { Idiom } from '../../words/idiom.ts';
import { reasonText, subjectOf } from '../../words/reasons.ts';
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

/** A reason, and all series and figures that it holds for. */
interface Gap {
  readonly reason: Reason;
  readonly subjects: Set<string>;
  readonly ids: string[];
}

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

/** The figures of each reason, those together whose reason is the same but for the series that it is about. */
function byReason(figures: readonly (readonly [string, BookFigure])[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const [id, { reasons = [] }] of figures)
    for (const reason of reasons) {
      const key = keyOf(reason);
      const gap = found.get(key) ?? { reason, subjects: new Set(), ids: [] };
      const subject = subjectOf(reason);
      if (subject !== undefined) gap.subjects.add(subject);
      gap.ids.push(id);
      found.set(key, gap);
    }
  return [...found.values()].sort((a, b) => b.ids.length - a.ids.length);
}

/** Hundreds of figures share a few dozen reasons. */
const keyOf = weakMemo((reason: Reason): string =>
  reasonKey(subjectOf(reason) === undefined ? reason : ({ ...reason, subject: '' } as Reason)),
);

function sentenceOf(heading: string, { reason, subjects, ids }: Gap, idiom: Idiom): Sentence {
  const words = reasonText(reason, idiom, subjects.size === 0 ? undefined : [...subjects]);
  const count = `${formatNumber(ids.length, 0)} ${plural(ids.length, 'figure')}`;
  return plainSentence(`${heading}: ${words} (${count}).`, ids.slice(0, cited));
}
