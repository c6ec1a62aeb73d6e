import { moved, on, price, scaledBefore, unchanged } from '../edits.ts';
import { type Row, required } from '../row.ts';

/** Splits that are also tried live: one for each of the rules. */
const livingSplits = ['3-for-2 IJR', '5-for-4 SPY', '5-for-4 IWM', '5-for-4 TNA'];

/** Steps between sessions that no fund makes: splits that are not adjusted for, crashes, a price of another day. */
export const stepRows: readonly Row[] = [
  {
    fault: 'an undeclared 3-for-2 split of the inverse fund, which is optional',
    edit: on(['TZA'], scaledBefore(1, 1.5)),
    exit: 0,
    strip: /^as given; TZA not usable$/,
    cboe: ['TZA'],
  },
  {
    fault: 'the inverse fund of another day in a crash of 16 %',
    edit: (funds) => {
      for (const [symbol, days] of funds) moved({ TNA: -0.48, TZA: 0.001 }[symbol] ?? -0.16)(days);
    },
    exit: 0,
    strip: /^as given; TZA not usable$/,
  },
  {
    fault: 'a slip of a digit in IWM, low and close',
    edit: on(
      ['IWM'],
      price((close) => close - 10),
    ),
    exit: 0,
    says: /TNA’s close implies IWM [+−]\d\.\d\d %, and IWM shows −\d\.\d\d %/,
    strip: /TNA and IWM do not go together/,
    cboe: ['IWM'],
  },
  {
    fault: 'TNA of another day (3 % off)',
    edit: on(
      ['TNA'],
      price((close) => close * 1.03),
    ),
    exit: 0,
    says: /TNA is \d\.\d\d points above three times IWM’s return.*closing premium.*reconstitution.*wrong bar/,
    strip: /TNA and IWM do not go together/,
    cboe: ['TNA'],
  },
  {
    fault: 'three of four closes unchanged, with other ranges',
    edit: on(['IWM', 'SPY', 'QQQ'], unchanged),
    exit: 3,
    says: /IWM, SPY, QQQ close on 2025-12-10 exactly as on the session before/,
  },
  ...(
    [
      ['3-for-2', 3 / 2, '3 for 2'],
      ['4-for-3', 4 / 3, '4 for 3'],
      ['5-for-4', 5 / 4, '5 for 4'],
      ['2-for-3', 2 / 3, '2 for 3'],
    ] as const
  ).flatMap(([name, factor, words]) =>
    [...required, 'IJR'].map(
      (symbol): Row => ({
        fault: `an undeclared ${name} split of ${symbol}`,
        edit: on([symbol], scaledBefore(1, factor)),
        // An optional fund is held against no other: between 15 and 25 % a split cannot be distinguished from a crash.
        exit: symbol === 'IJR' ? 0 : 3,
        ...(symbol === 'IJR'
          ? {}
          : {
              says: new RegExp(`${symbol}.*a wrong price, or a split of ${words} that is not adjusted for`),
            }),
        // Live once for each of the rules: alone, against the others, against its multiple.
        ...(livingSplits.includes(`${name} ${symbol}`) ? { cboe: [symbol] } : {}),
      }),
    ),
  ),
  {
    fault: 'an undeclared 3-for-2 split of TNA 100 sessions back',
    edit: on(['TNA'], scaledBefore(100, 1.5)),
    exit: 3,
    says: /TNA moves by −\d+\.\d % on 2025-07-\d\d/,
    cboe: ['TNA'],
  },
  {
    fault: 'an undeclared 2-for-1 split of TNA',
    edit: on(['TNA'], scaledBefore(1, 2)),
    exit: 2,
    says: /TNA\.csv.*split/,
    cboe: ['TNA'],
    // Cboe's history, whose basis is undocumented, is cut at such a step: what lies after it is too short.
    everywhere: { exit: 3, says: /TNA has no bar of \S+, the session before/ },
  },
  {
    fault: 'SPY up by 25.1 %, and all others with it',
    edit: (funds) => {
      for (const [symbol, days] of funds)
        moved(symbol === 'TNA' ? 0.72 : symbol === 'TZA' ? -0.72 : 0.251 - (symbol === 'SPY' ? 0 : 0.012))(
          days,
        );
    },
    exit: 3,
    says: /SPY moves by \+25\.1 % on 2025-12-10/,
  },
  {
    fault: 'a crash of 24.9 %',
    edit: (funds) => {
      for (const [symbol, days] of funds) moved({ TNA: -0.55, TZA: 0.747 }[symbol] ?? -0.249)(days);
    },
    exit: 3,
    says: /TNA moves by −55\.0 % on 2025-12-10 and IWM by −24\.9 %/,
  },
  {
    fault: 'the crash of 16 March 2020: IWM −13.3 %, TNA −37.1 %',
    edit: (funds) => {
      for (const [symbol, days] of funds)
        moved({ TNA: -0.371, TZA: 0.399, IWM: -0.133 }[symbol] ?? -0.11)(days);
    },
    exit: 0,
    says: /TNA is 2\.8\d points above three times IWM’s return/,
  },
];
