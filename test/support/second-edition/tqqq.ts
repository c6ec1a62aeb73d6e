import type { Edition, SymbolGroup, SymbolSpec } from '../../../lambda/editions/edition.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { volatilityScale } from '../../../lambda/editions/tna-ranges.ts';
import { claimsOn } from './claims.ts';

const etf = (group: SymbolGroup, symbol: string, name: string): SymbolSpec => ({
  symbol,
  name,
  group,
  currency: 'usd',
});
const index = (symbol: string, name: string): SymbolSpec => ({
  symbol,
  name,
  group: 'index',
  currency: 'index points',
});

const vix = { id: 'vix', name: 'VIX', symbol: '^VIX', series: 'VIXCLS', ...volatilityScale };
const vxn = { id: 'vxn', name: 'VXN', symbol: '^VXN', series: 'VXNCLS', ...volatilityScale };

/** A second edition, for tests alone: growth against the broad market, and TQQQ, the Nasdaq-100 three times a day. */
export const tqqq: Edition = {
  id: 'TQQQ',
  title: 'Growth rotation & TQQQ',
  fund: {
    symbol: 'TQQQ',
    name: 'ProShares UltraPro QQQ',
    beta: 3,
    expenseRatio: 0.0084,
    expenseRatioAsOf: '2025-26',
  },
  inverse: {
    symbol: 'SQQQ',
    name: 'ProShares UltraPro Short QQQ',
    beta: -3,
    expenseRatio: 0.0095,
    expenseRatioAsOf: '2025-26',
  },
  underlying: 'QQQ',
  required: ['QQQ', 'SPY', 'RSP', 'TQQQ'],
  symbols: [
    etf('fund', 'TQQQ', 'ProShares UltraPro QQQ'),
    etf('fund', 'SQQQ', 'ProShares UltraPro Short QQQ'),
    { ...etf('technology', 'QQQ', 'Nasdaq-100'), follows: '^NDX' },
    etf('technology', 'XLK', 'Technology'),
    etf('technology', 'SMH', 'Semiconductors'),
    { ...etf('large caps', 'SPY', 'S&P 500'), follows: '^GSPC' },
    etf('large caps', 'RSP', 'S&P 500 Equal Weight'),
    etf('large caps', 'MGK', 'Vanguard Mega Cap Growth'),
    etf('sector', 'XLI', 'Industrials'),
    etf('sector', 'XLF', 'Financials'),
    etf('credit and rates', 'HYG', 'High-yield bonds'),
    etf('credit and rates', 'TLT', 'Treasuries over 20 years'),
    etf('mega-cap', 'AAPL', 'Apple'),
    etf('mega-cap', 'MSFT', 'Microsoft'),
    etf('mega-cap', 'NVDA', 'Nvidia'),
    index('^NDX', 'Nasdaq-100 index'),
    index('^GSPC', 'S&P 500 index'),
    index('^VIX', 'VIX'),
    index('^VXN', 'VXN, Nasdaq-100 volatility'),
  ],
  pairs: [
    ['QQQ', 'SPY'],
    ['QQQ', 'RSP'],
    ['QQQ', 'MGK'],
    ['RSP', 'SPY'],
  ],
  map: { benchmark: 'SPY', subjects: ['QQQ', 'XLK', 'SMH', 'XLI', 'XLF', 'RSP'] },
  basket: {
    id: 'BIG3',
    name: 'Basket of three, equal weight',
    label: 'Largest three',
    short: 'largest three',
    members: ['AAPL', 'MSFT', 'NVDA'],
  },
  sides: {
    own: { id: 'growth', plural: 'growth stocks', adjective: 'growth' },
    other: { id: 'broad', plural: 'other stocks', adjective: 'broad-market' },
  },
  states: { own: 'growth leadership', other: 'broad-market leadership', none: 'no clear leadership' },
  score: {
    momentum: { pair: ['QQQ', 'SPY'], label: 'QQQ against SPY', spoken: 'momentum' },
    megacap: { pair: ['QQQ', 'RSP'], label: 'QQQ against RSP', spoken: 'equal weights' },
    breadth: { pair: ['RSP', 'SPY'], label: 'RSP against SPY', spoken: 'breadth' },
    credit: { series: 'BAA10Y', label: 'Baa spread, falling is up', spoken: 'credit' },
  },
  rivals: { against: ['SPY', 'RSP'], beside: ['MGK'] },
  shown: { sector: 'Sectors', technology: 'Technology' },
  breadth: { groups: ['technology', 'sector'], called: 'technology and sector funds' },
  equalWeights: { pair: ['RSP', 'SPY'], name: 'The S&P 500 with equal weights' },
  gauge: {
    title: 'Semiconductors and the largest',
    rows: [
      { label: 'SMH − SPY', hint: 'Semiconductors', pair: ['SMH', 'SPY'], high: 'SMH' },
      { label: 'Three − RSP', hint: 'Basket of three', pair: ['BIG3', 'RSP'], high: null },
    ],
  },
  enthusiasm: tna.enthusiasm,
  claims: {
    leaders: { id: 'LARGEST', standIn: 'MGK' },
    cyclicals: ['XLI', 'XLF'],
    excesses: [['XLI', 'XLF']],
    balance: { id: 'balance.growth', of: ['01', '02'], needed: 2 },
    rows: claimsOn('TQQQ'),
  },
  dollar: tna.dollar,
  underlyingExpense: 0.002,
  volatilityIndices: [vix, vxn],
  volatility: vxn,
  reconstitution: {
    indices: 'the Nasdaq-100',
    name: 'Nasdaq-100 reconstitution',
    publisher: 'Nasdaq',
    // The changes of December are made after the close of its third Friday, by the methodology of the index.
    days: [{ month: 12, weekday: 5, nth: 3, from: 2000 }],
  },
  marks: {
    volatility: {
      symbols: ['^VIX', '^VXN'],
      words: 'VIX® and VXN are indices of Cboe, whose data are for personal use.',
    },
    indices: {
      symbols: ['QQQ', '^NDX'],
      words:
        'Nasdaq-100® is a mark of Nasdaq, S&P 500® of S&P Dow Jones Indices; neither has a part in this product.',
    },
  },
  macro: tna.macro,
  differences: tna.differences,
  filers: tna.filers.filter(({ symbol }) => ['AAPL', 'MSFT', 'NVDA'].includes(symbol)),
  splits: [],
  holdings: [],
  valued: [],
};

/** The same with funds of twice a day and no filings, for what depends on either. */
export const qld: Edition = {
  ...tqqq,
  id: 'QLD',
  title: 'Growth rotation & QLD',
  fund: { ...tqqq.fund, symbol: 'QLD', name: 'ProShares Ultra QQQ', beta: 2 },
  inverse: { ...tqqq.inverse, symbol: 'QID', name: 'ProShares UltraShort QQQ', beta: -2 },
  required: ['QQQ', 'SPY', 'RSP', 'QLD'],
  symbols: [
    etf('fund', 'QLD', 'ProShares Ultra QQQ'),
    etf('fund', 'QID', 'ProShares UltraShort QQQ'),
    ...tqqq.symbols.filter(({ group }) => group !== 'fund'),
  ],
  filers: [],
  claims: { ...tqqq.claims, rows: claimsOn('QLD') },
};
