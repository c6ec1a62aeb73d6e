import { weekday } from '../../lambda/calendar/civil.ts';
import { hoursBehindUtc } from '../../lambda/calendar/new-york.ts';
import { openOf } from '../../lambda/calendar/nyse.ts';

/** One day's bar: prices in whole cents, the adjusted close with six decimals. */
export interface FormatBar {
  readonly session: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly adjusted: number;
  /** A multiple of ten thousand, as some sites write millions with two decimals. */
  readonly volume: number;
}

export type FormatField = 'open' | 'high' | 'low' | 'close' | 'adjusted' | 'volume';

/** A way in which sites, libraries and spreadsheets write daily prices. */
export interface PriceFormat {
  readonly name: string;
  /** What it carries; anything else must be read as absent. */
  readonly carries: readonly FormatField[];
  readonly write: (symbol: string, bars: readonly FormatBar[]) => string | Uint8Array;
}

const traded: readonly FormatField[] = ['open', 'high', 'low', 'close', 'volume'];
const all: readonly FormatField[] = [...traded, 'adjusted'];

const rows = (bars: readonly FormatBar[], row: (bar: FormatBar) => string): string =>
  bars.map((bar) => `${row(bar)}\n`).join('');
const newestFirst = (bars: readonly FormatBar[]): FormatBar[] => bars.toReversed();
const cents = (price: number): string => price.toFixed(2);

const parts = (session: string): [year: string, month: string, day: string] =>
  session.split('-') as [string, string, string];
const bare = (digits: string): string => String(Number(digits));
const american = (session: string): string => {
  const [year, month, day] = parts(session);
  return `${month}/${day}/${year}`;
};
const british = (session: string): string => {
  const [year, month, day] = parts(session);
  return `${day}/${month}/${year}`;
};
const excel = (session: string): string => {
  const [year, month, day] = parts(session);
  return `${bare(month)}/${bare(day)}/${year}`;
};
const german = (session: string): string => {
  const [year, month, day] = parts(session);
  return `${day}.${month}.${year}`;
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (session: string): string => months[Number(parts(session)[1]) - 1]!;
const yahooPage = (session: string): string =>
  `${monthOf(session)} ${bare(parts(session)[2])}, ${parts(session)[0]}`;
const excelNamed = (session: string): string =>
  `${bare(parts(session)[2])}-${monthOf(session)}-${parts(session)[0].slice(2)}`;

const grouped = (value: string): string => value.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const groupedPrice = (price: number): string => {
  const [whole = '', rest = ''] = cents(price).split('.');
  return `${grouped(whole)}.${rest}`;
};
const continental = (price: number): string =>
  groupedPrice(price).replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
const millions = (volume: number): string => `${(volume / 1e6).toFixed(2)}M`;

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    bytes[2 + 2 * i] = text.charCodeAt(i) & 0xff;
    bytes[3 + 2 * i] = text.charCodeAt(i) >> 8;
  }
  return bytes;
};

const stackedRow = (bar: FormatBar): string =>
  `${bar.session},${bar.adjusted},${bar.close},${bar.high},${bar.low},${bar.open},${bar.volume}`;
const plainRow = (date: (session: string) => string) => (bar: FormatBar) =>
  `${date(bar.session)},${bar.open},${bar.high},${bar.low},${bar.close},${bar.volume}`;

/** Every layout that a folder may hold, each written as its writer does. */
export const priceFormats: readonly PriceFormat[] = [
  {
    name: 'yfinance, three header rows',
    carries: all,
    write: (symbol, bars) =>
      `Price,Adj Close,Close,High,Low,Open,Volume\nTicker${`,${symbol}`.repeat(6)}\nDate,,,,,,\n${rows(bars, stackedRow)}`,
  },
  {
    name: 'yfinance, grouped by ticker, several of them',
    carries: all,
    write: (symbol, bars) =>
      `Ticker,ZZZ${`,${symbol}`.repeat(6)}\nPrice,Close,Adj Close,Close,High,Low,Open,Volume\nDate,,,,,,,\n${rows(
        bars,
        (bar) => stackedRow(bar).replace(',', ',7.77,'),
      )}`,
  },
  {
    name: 'the alpha_vantage library',
    carries: traded,
    write: (_, bars) =>
      `date,1. open,2. high,3. low,4. close,5. volume\n${rows(newestFirst(bars), plainRow(String))}`,
  },
  {
    name: 'Nasdaq.com',
    carries: traded,
    write: (_, bars) =>
      `Date,Close/Last,Volume,Open,High,Low\n${rows(
        newestFirst(bars),
        ({ session, open, high, low, close, volume }) =>
          `${american(session)},$${cents(close)},${volume},$${cents(open)},$${cents(high)},$${cents(low)}`,
      )}`,
  },
  {
    name: 'Investing.com',
    carries: traded,
    write: (_, bars) =>
      `\ufeff"Date","Price","Open","High","Low","Vol.","Change %"\n${rows(
        newestFirst(bars),
        ({ session, open, high, low, close, volume }) =>
          `"${[american(session), ...[close, open, high, low].map(groupedPrice), millions(volume), '-0.52%'].join('","')}"`,
      )}`,
  },
  {
    name: 'Investing.com in British dress',
    carries: traded,
    write: (_, bars) =>
      `\ufeff"Date","Price","Open","High","Low","Vol.","Change %"\n${rows(
        newestFirst(bars),
        ({ session, open, high, low, close, volume }) =>
          `"${[british(session), ...[close, open, high, low].map(groupedPrice), millions(volume), '0.11%'].join('","')}"`,
      )}`,
  },
  {
    name: 'Investing.com with decimal commas',
    carries: traded,
    write: (_, bars) =>
      `"Date","Price","Open","High","Low","Vol.","Change %"\n${rows(
        newestFirst(bars),
        ({ session, open, high, low, close, volume }) =>
          `"${[german(session), ...[close, open, high, low].map(continental), millions(volume).replace('.', ','), '0,11%'].join('","')}"`,
      )}`,
  },
  {
    name: 'saved by Excel',
    carries: traded,
    write: (_, bars) =>
      `Date,Open,High,Low,Close,Volume\r\n${rows(bars, plainRow(excel)).replaceAll('\n', '\r\n')}`,
  },
  {
    name: 'saved by Excel, months by name',
    carries: traded,
    write: (_, bars) => `Date,Open,High,Low,Close,Volume\n${rows(bars, plainRow(excelNamed))}`,
  },
  {
    name: 'saved by Excel in Europe',
    carries: traded,
    write: (_, bars) =>
      `sep=;\r\nDate;Open;High;Low;Close;Volume\r\n${rows(
        bars,
        ({ session, open, high, low, close, volume }) =>
          [
            german(session),
            ...[open, high, low, close].map((price) => cents(price).replace('.', ',')),
            volume,
          ].join(';'),
      ).replaceAll('\n', '\r\n')}`,
  },
  {
    name: 'Excel’s Unicode text',
    carries: traded,
    write: (_, bars) =>
      utf16(
        `Date\tOpen\tHigh\tLow\tClose\tVolume\r\n${rows(bars, plainRow(excel)).replaceAll(',', '\t').replaceAll('\n', '\r\n')}`,
      ),
  },
  {
    name: 'lines ended by CR alone',
    carries: traded,
    write: (_, bars) =>
      `Date,Open,High,Low,Close,Volume\n${rows(bars, plainRow(String))}`.replaceAll('\n', '\r'),
  },
  {
    name: 'Twelve Data',
    carries: traded,
    write: (_, bars) =>
      `datetime;open;high;low;close;volume\n${rows(newestFirst(bars), plainRow(String)).replaceAll(',', ';')}`,
  },
  {
    name: 'Alpaca, midnight of New York in UTC',
    carries: traded,
    write: (symbol, bars) =>
      `symbol,timestamp,open,high,low,close,volume,trade_count,vwap\n${rows(
        bars,
        (bar) =>
          `${symbol},${plainRow((session) => `${session} 0${hoursBehindUtc(session)}:00:00+00:00`)(bar)},5,6.5`,
      )}`,
  },
  {
    name: 'tidyquant',
    carries: all,
    write: (symbol, bars) =>
      `symbol,date,open,high,low,close,volume,adjusted\n${rows(
        bars,
        (bar) => `${symbol},${plainRow(String)(bar)},${bar.adjusted}`,
      )}`,
  },
  {
    name: 'TradingView, dates',
    carries: ['open', 'high', 'low', 'close'],
    write: (_, bars) =>
      `time,open,high,low,close\n${rows(
        bars,
        ({ session, open, high, low, close }) => `${session},${open},${high},${low},${close}`,
      )}`,
  },
  {
    name: 'TradingView, seconds of the opening',
    carries: traded,
    write: (_, bars) =>
      `time,open,high,low,close,Volume\n${rows(
        bars,
        plainRow((session) => String(Date.parse(openOf(session)) / 1000)),
      )}`,
  },
  {
    name: 'Yahoo’s page, with its rows of dividends',
    carries: all,
    write: (_, bars) =>
      `Date,Open,High,Low,Close ,Adj Close ,Volume\n${rows(
        newestFirst(bars),
        ({ session, open, high, low, close, adjusted, volume }) =>
          `"${yahooPage(session)}",${open},${high},${low},${close},${adjusted},"${grouped(String(volume))}"` +
          (weekday(session) === 5 ? `\n"${yahooPage(session)}",0.10 Dividend,,,,,` : ''),
      )}`,
  },
  {
    name: 'pandas without a name of its index',
    carries: all,
    write: (_, bars) =>
      `,Open,High,Low,Close,Volume,Adj Close\n${rows(bars, (bar) => `${plainRow(String)(bar)},${bar.adjusted}`)}`,
  },
  {
    name: 'quantmod',
    carries: all,
    write: (symbol, bars) =>
      `Index,${['Open', 'High', 'Low', 'Close', 'Volume', 'Adjusted'].map((name) => `${symbol}.${name}`)}\n${rows(
        bars,
        (bar) => `${plainRow(String)(bar)},${bar.adjusted}`,
      )}`,
  },
  {
    name: 'pandas, field and symbol in one name, of two symbols',
    carries: ['close', 'volume'],
    write: (symbol, bars) =>
      `Date,Close_${symbol},Close_ZZZ,Volume_${symbol}\n${rows(
        bars,
        ({ session, close, volume }) => `${session},${close},7.77,${volume}`,
      )}`,
  },
  {
    name: 'one price a symbol',
    carries: ['close'],
    write: (symbol, bars) =>
      `Date,ZZZ,${symbol}\n${rows(bars, ({ session, close }) => `${session},7.77,${close}`)}`,
  },
  {
    name: 'Google Sheets, the time of the close',
    carries: traded,
    write: (_, bars) =>
      `Date,Open,High,Low,Close,Volume\n${rows(
        bars,
        plainRow((session) => `${excel(session)} 16:00:00`),
      )}`,
  },
];
