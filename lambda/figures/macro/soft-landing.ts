import {
  type ConditionAnswer,
  type SoftLandingReadings,
  softLanding as tableOf,
} from '../../analytics/soft-landing.ts';
import { addMonths } from '../../calendar/civil.ts';
import { joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, derive, type FigureOutcome, figureBasis, tooShort } from '../write.ts';
import { indicators } from './indicators.ts';

/** Core inflation is compared with this many months before. */
const inflationMonths = 3;
const lowMonths = 12;

const conditions = ['inflation', 'unemployment', 'growth', 'sahm'] as const;

/**
 * The soft-landing table: each condition yes, no or missing; what inflation and unemployment are held against; and
 * how many of the conditions are met, not met and unknown.
 */
export function softLandingFigures(view: SessionView, book: FigureBook): void {
  comparisons(view, book);
  condition(book, 'inflation', ['macro.corecpi.yoy', 'macro.corecpi.yoy.before'], (now, before) => ({
    inflation: now,
    inflationBefore: before,
  }));
  condition(book, 'unemployment', ['macro.unrate', 'macro.unrate.low'], (now, low) => ({
    unemploymentAboveLow: now - low,
  }));
  condition(book, 'growth', ['macro.gdp.saar'], (growth) => ({ growth }));
  condition(book, 'sahm', ['macro.sahm'], (sahm) => ({ sahm }));
  count(view, book);
}

const unread: SoftLandingReadings = {
  inflation: null,
  inflationBefore: null,
  unemploymentAboveLow: null,
  growth: null,
  sahm: null,
};

function condition(
  book: FigureBook,
  name: (typeof conditions)[number],
  inputs: readonly string[],
  readings: (now: number, before: number) => Partial<SoftLandingReadings>,
): void {
  const kind = { unit: 'word', method: 'soft-landing table' } as const;
  derive(book, `macro.softlanding.${name}`, kind, inputs, (now, before) =>
    inWords(tableOf({ ...unread, ...readings(now, before) })[name]),
  );
}

const inWords = (answer: ConditionAnswer): FigureOutcome =>
  answer === null ? absent({ code: 'not-computable' }) : answer ? 'yes' : 'no';

/** Core inflation three months before, and the year's lowest unemployment rate: what the conditions compare with. */
function comparisons(view: SessionView, book: FigureBook): void {
  const read = (id: string, months: number) => {
    const found = indicators.find((indicator) => indicator.id === id)!;
    const newest = found.newest(view)?.period ?? view.session;
    const { periods, values } = found.read(view, addMonths(newest, -months));
    return { found, periods, values };
  };
  derive(
    book,
    'macro.corecpi.yoy.before',
    { unit: 'fraction', method: 'reading before' },
    ['macro.corecpi.yoy'],
    () => {
      const { periods, values } = read('macro.corecpi.yoy', inflationMonths);
      const value = values[0] ?? Number.NaN;
      return periods.length <= inflationMonths || Number.isNaN(value)
        ? absent({ code: 'no-core-cpi-before' })
        : value;
    },
  );
  derive(
    book,
    'macro.unrate.low',
    { unit: 'fraction', method: 'soft-landing table' },
    ['macro.unrate'],
    () => {
      const { found, values } = read('macro.unrate', lowMonths - 1);
      const present = values.filter((value) => !Number.isNaN(value));
      return values.length < lowMonths
        ? tooShort(lowMonths, values.length, 'months')
        : Math.min(...present) * found.scale;
    },
  );
}

function count(view: SessionView, book: FigureBook): void {
  const ids = conditions.map((name) => `macro.softlanding.${name}`);
  const figures = ids.map((id) => book.get(id));
  const answers = { yes: 'yes', no: 'no', unknown: null } as const;
  for (const [name, answer] of Object.entries(answers))
    book.add(`macro.softlanding.${name}`, figures.filter(({ value }) => value === answer).length, {
      unit: 'count',
      method: 'soft-landing table',
      asOf: view.session,
      inputs: ids,
      sources: joint(...ids.map((id) => figureBasis(book, id))).sources,
    });
}
