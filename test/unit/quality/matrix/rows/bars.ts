import { copy, day, on, placeholder, price } from '../edits.ts';
import { type Row, required, session } from '../row.ts';

/** Bars that are a copy, a placeholder, without volume or outside their own range. */
export const barRows: readonly Row[] = [
  ...required.map(
    (symbol): Row => ({
      fault: `${symbol}’s bar is that of the session before`,
      edit: on([symbol], copy),
      exit: 3,
      says: new RegExp(`: ${symbol}’s bar of ${session} repeats an earlier one$`),
      cboe: [symbol],
    }),
  ),
  {
    fault: 'all four bars are those of the session before',
    edit: on(required, copy),
    exit: 3,
    says: /IWM’s bar.*SPY’s bar.*QQQ’s bar.*TNA’s bar/,
    cboe: required,
  },
  {
    fault: 'IWM frozen for three sessions',
    edit: on(['IWM'], (days) => {
      for (const back of [2, 1, 0]) day(back, (_, { date, ...before }) => before)(days);
    }),
    exit: 3,
    says: /IWM’s bar of 2025-12-10 repeats an earlier one/,
    cboe: ['IWM'],
  },
  {
    fault: 'IWM’s bar of the session before is that before it',
    edit: on(
      ['IWM'],
      day(1, (_, { open, high, low, close, adjusted }) => ({ open, high, low, close, adjusted })),
    ),
    exit: 3,
    says: /IWM’s bar of 2025-12-09 repeats an earlier one/,
    cboe: ['IWM'],
  },
  {
    fault: 'a placeholder for IWM',
    edit: on(['IWM'], placeholder),
    exit: 3,
    says: /IWM’s bar of 2025-12-10 repeats an earlier one/,
    cboe: ['IWM'],
  },
  {
    fault: 'a placeholder for an optional fund',
    edit: on(['IJR'], placeholder),
    exit: 0,
    strip: /^IWM, SPY, QQQ, TNA as given; 1 other old$/,
    cboe: ['IJR'],
  },
  {
    fault: 'a volume of zero in TNA',
    edit: on(
      ['TNA'],
      day(0, () => ({ volume: 0 })),
    ),
    exit: 3,
    says: /TNA’s bar of 2025-12-10 has no volume/,
    cboe: ['TNA'],
  },
  {
    fault: 'a volume of zero in all four',
    edit: on(
      required,
      day(0, () => ({ volume: 0 })),
    ),
    exit: 3,
    says: /IWM’s bar of 2025-12-10 has no volume;.*TNA’s bar of 2025-12-10 has no volume/,
    cboe: required,
  },
  {
    fault: 'no volumes at all, as of a file without them',
    edit: on(required, (days) => days.splice(0, days.length, ...days.map((is) => ({ ...is, volume: 0 })))),
    exit: 0,
    strip: /^as given$/,
    cboe: [],
  },
  {
    fault: 'a volume just under half of the median',
    edit: on(
      ['IWM'],
      day(0, () => ({ volume: 501_000 })),
    ),
    exit: 0,
    says: /^IWM traded less than half of the median volume of 21 sessions/,
  },
  {
    fault: 'a volume just over half of the median',
    edit: on(
      ['IWM'],
      day(0, () => ({ volume: 502_000 })),
    ),
    exit: 0,
    strip: /^as given$/,
  },
  {
    fault: 'IWM’s close outside its own range',
    edit: on(
      ['IWM'],
      price((close) => close - 10, true),
    ),
    exit: 3,
    says: /IWM’s close of 2025-12-10, [\d.]+, is outside its own range from [\d.]+ to [\d.]+/,
    cboe: ['IWM'],
    // A provider's answer with such a bar is no answer.
    everywhere: { exit: 3, says: /IWM has no data/ },
  },
  {
    fault: 'SPY’s close of the session before outside its own range',
    edit: on(
      ['SPY'],
      day(1, ({ close }) => ({ close: close * 0.9, adjusted: close * 0.9 })),
    ),
    exit: 3,
    says: /SPY’s close of 2025-12-09, [\d.]+, is outside its own range/,
    cboe: ['SPY'],
    everywhere: { exit: 3, says: /SPY has no data/ },
  },
  {
    fault: 'an optional fund’s close outside its own range',
    edit: on(
      ['IJR'],
      price((close) => close - 10, true),
    ),
    exit: 0,
    strip: /^as given; IJR not usable$/,
    cboe: ['IJR'],
    everywhere: { exit: 0, says: /^$/ },
  },
];
