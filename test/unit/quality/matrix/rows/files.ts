import type { Funds } from '../../../../support/four-funds.ts';
import { type Row, required } from '../row.ts';

/** One symbol's days are a copy of another's. */
const copyOf =
  (symbol: string, other: string) =>
  (funds: Funds): void => {
    funds.set(
      symbol,
      funds.get(other)!.map((day) => ({ ...day })),
    );
  };

/** A column that says of each row whose it is, in one symbol's file. */
const column =
  (of: string, name: string, said: string): NonNullable<Row['file']> =>
  (csv, symbol) =>
    symbol === of ? csv.replace(/^.+$/gm, (line, at: number) => `${at === 0 ? name : said},${line}`) : csv;

const nothing = () => undefined;

/** Files of another symbol. */
export const fileRows: readonly Row[] = [
  {
    fault: 'IWM’s file is SPY’s',
    edit: copyOf('IWM', 'SPY'),
    exit: 2,
    says: /IWM\.csv: has the same prices as market\/SPY\.csv: one of the two is of another symbol/,
    cboe: ['IWM'],
    everywhere: { exit: 2, says: /IWM.* has the same prices as .*SPY/ },
  },
  {
    fault: 'IJR’s file is TNA’s, for which IWM vouches',
    edit: copyOf('IJR', 'TNA'),
    exit: 0,
    strip: /^as given; IJR not usable$/,
    cboe: ['IJR'],
  },
  {
    fault: 'IJR’s file is SPY’s, for which no other file vouches',
    edit: copyOf('IJR', 'SPY'),
    exit: 2,
    says: /SPY\.csv: has the same prices as market\/IJR\.csv/,
    cboe: ['IJR'],
    // A second provider confirms SPY.
    everywhere: { exit: 0, says: /^$/ },
  },
  ...required.map(
    (symbol): Row => ({
      fault: `a column that says that ${symbol}’s file is of another symbol`,
      edit: nothing,
      file: column(symbol, 'symbol', 'DIA'),
      exit: 2,
      says: new RegExp(`${symbol}\\.csv.*holds DIA, and the file is ${symbol}'s`),
    }),
  ),
  {
    fault: 'a column that says that IWM’s file is QQQ’s, as Stooq writes it',
    edit: nothing,
    file: column('IWM', '<TICKER>', 'QQQ.US'),
    exit: 2,
    says: /holds QQQ, and the file is IWM's/,
  },
  {
    fault: 'a column that names IWM, as Stooq writes it',
    edit: nothing,
    file: column('IWM', '<TICKER>', 'IWM.US'),
    exit: 0,
    strip: /^as given$/,
  },
  {
    fault: 'a column that says that an optional file is of another symbol',
    edit: nothing,
    file: column('IJR', 'symbol', 'DIA'),
    exit: 0,
    strip: /^as given; IJR not usable$/,
  },
];
