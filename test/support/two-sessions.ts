import { reportedBefore } from '../../lambda/briefing/changes/kinds/readings.ts';
import type { ComparedReport } from '../../lambda/briefing/changes/published-report.ts';
import { comparedWith, countRevisions } from '../../lambda/briefing/changes/published-report.ts';
import type { TwoSessions } from '../../lambda/briefing/changes/sessions.ts';
import { carryChanged, changesInWords, findChanges } from '../../lambda/briefing/changes.ts';
import { scorecardGroupsOf } from '../../lambda/briefing/sections/macro/rows.ts';
import { Words } from '../../lambda/briefing/words/sentence.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { FigureBook } from '../../lambda/figures/book.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Change, Figure } from '../../lambda/report/schema.ts';
import type { Reason } from '../../lambda/series/reason.ts';
import { type HandMade, handMadeBook, plainSpaces } from './hand-made-book.ts';

/** What two books by hand hold; `sameVerdict` and `noOpenGap` are the reasons of what is missing. */
type Side = HandMade['values'];
export type Sides = readonly [before: Side, now: Side];

/** What the statuses of sections are read from, and that the session has prices. */
const always = {
  'return.IWM.1d': 0.001,
  'return.SPY.1d': 0.001,
  'return.QQQ.1d': 0.001,
  'return.TNA.1d': 0.003,
  'event.next.date': '2026-01-28',
  'study.asof': '2025-11-28',
  'calls.chain': 'intact',
  'rotation.score': null,
  'expected.IWM.1d': null,
  ...Object.fromEntries(scorecardGroupsOf(tna).flatMap(([, rows]) => rows.map(({ id }) => [id, null]))),
  'macro.corecpi.3m': 0.03,
};

export interface Comparison {
  /** Today's figures in place of those of the book by hand. */
  readonly more?: Readonly<Record<string, Figure>>;
  readonly published?: ComparedReport;
  readonly of?: Partial<TwoSessions>;
  readonly status?: readonly [
    Readonly<Record<string, Figure['status']>>,
    Readonly<Record<string, Figure['status']>>,
  ];
}

/** A change, and its sentence as plain text. */
export type Told = Omit<Change, 'sentence'> & { readonly words: string };

/** The changes between two books by hand, of 30 and 31 December 2025. */
export function changesOfBooks(
  then: Side,
  today: Side,
  { published, of, status, more = {} }: Comparison = {},
): Told[] {
  // What only one side names is missing on neither: sections have their status on both.
  const shared = (side: Side) => ({
    ...always,
    ...('rotation.score' in then !== 'rotation.score' in today ? { 'rotation.score': 0 } : {}),
    ...side,
  });
  const before = bookOf(shared(then), '2025-12-30', status?.[0]);
  const byHand = Object.entries(shared(today)).filter(([id]) => more[id] === undefined);
  const now = bookOf(Object.fromEntries(byHand), '2025-12-31', status?.[1]);
  for (const [id, figure] of Object.entries(more)) now.copyFrom(id, figure);
  const two: TwoSessions = {
    edition: tna,
    header: { session: '2025-12-31', provenance: [], flags: [] },
    now,
    before,
    reported: reportedBefore(before, published ?? null),
    ahead: [],
    published: published === undefined ? null : comparedWith(published, before),
    ...of,
  };
  const found = findChanges(two);
  const book = now.copy();
  countRevisions(book, two.published);
  carryChanged(book, found, two);
  return changesInWords(found, new Words(book), two).map(({ sentence, ...change }) => ({
    ...change,
    words: plainSpaces(plainText(sentence)),
  }));
}

function bookOf(values: Side, asOf: string, status: HandMade['status'] = {}): FigureBook {
  const { sameVerdict, noOpenGap, ...figures } = values;
  const reasons: readonly Reason[] =
    typeof sameVerdict === 'number'
      ? [{ code: 'same-verdict', sessions: sameVerdict }]
      : noOpenGap === undefined
        ? [{ code: 'note', words: 'made missing by hand' }]
        : [{ code: 'no-open-gap', side: 'above' }];
  const book = new FigureBook();
  for (const [id, figure] of handMadeBook({ values: figures, reasons, status }).entries())
    book.copyFrom(id, { ...figure, asOf });
  return book;
}
