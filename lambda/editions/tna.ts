import type { Edition, SymbolGroup, SymbolSpec, VolatilityIndex } from './edition.ts';
import { tnaClaims } from './tna-claims/index.ts';
import { differences, tnaMacro } from './tna-macro.ts';
import { volatilityScale } from './tna-ranges.ts';
import { russell } from './tna-reconstitution.ts';
import { splits } from './tna-splits.ts';

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

const vix: VolatilityIndex = { id: 'vix', name: 'VIX', symbol: '^VIX', series: 'VIXCLS', ...volatilityScale };
const rvx: VolatilityIndex = { id: 'rvx', name: 'RVX', symbol: '^RVX', series: 'RVXCLS', ...volatilityScale };

/** Small caps against large, and TNA: the Russell 2000 three times a day. */
export const tna: Edition = {
  id: 'TNA',
  title: 'Small-cap rotation & TNA',
  fund: {
    symbol: 'TNA',
    name: 'Direxion Daily Small Cap Bull 3X',
    beta: 3,
    expenseRatio: 0.0103,
    expenseRatioAsOf: '2025-26',
  },
  inverse: {
    symbol: 'TZA',
    name: 'Direxion Daily Small Cap Bear 3X',
    beta: -3,
    expenseRatio: 0.0103,
    expenseRatioAsOf: '2025-26',
  },
  underlying: 'IWM',
  required: ['IWM', 'SPY', 'QQQ', 'TNA'],
  symbols: [
    etf('fund', 'TNA', 'Direxion Small Cap Bull 3X'),
    etf('fund', 'TZA', 'Direxion Small Cap Bear 3X'),
    { ...etf('small caps', 'IWM', 'Russell 2000'), follows: '^RUT' },
    { ...etf('small caps', 'IJR', 'S&P SmallCap 600'), isBroad: true },
    { ...etf('small caps', 'IWO', 'Russell 2000 Growth'), isBroad: true },
    { ...etf('small caps', 'IWN', 'Russell 2000 Value'), isBroad: true },
    { ...etf('large caps', 'SPY', 'S&P 500'), follows: '^GSPC' },
    { ...etf('large caps', 'QQQ', 'Nasdaq-100'), follows: '^NDX' },
    { ...etf('large caps', 'RSP', 'S&P 500 Equal Weight'), isBroad: true },
    { ...etf('large caps', 'MGK', 'Vanguard Mega Cap Growth'), isBroad: true },
    { ...etf('style', 'IWF', 'Russell 1000 Growth'), isBroad: true },
    { ...etf('style', 'IWD', 'Russell 1000 Value'), isBroad: true },
    etf('sector', 'KRE', 'Regional banks'),
    etf('sector', 'XLI', 'Industrials'),
    etf('sector', 'XLF', 'Financials'),
    etf('sector', 'XHB', 'Homebuilders and suppliers'),
    etf('sector', 'ITB', 'Home construction'),
    etf('technology', 'XLK', 'Technology'),
    etf('technology', 'SMH', 'Semiconductors'),
    etf('credit and rates', 'HYG', 'High-yield bonds'),
    etf('credit and rates', 'TLT', 'Treasuries over 20 years'),
    etf('credit and rates', 'UUP', 'US dollar futures'),
    etf('mega-cap', 'AAPL', 'Apple'),
    etf('mega-cap', 'MSFT', 'Microsoft'),
    etf('mega-cap', 'NVDA', 'Nvidia'),
    etf('mega-cap', 'AMZN', 'Amazon'),
    { symbol: 'GOOGL', name: 'Alphabet', group: 'mega-cap', currency: 'usd', alternates: ['GOOG'] },
    etf('mega-cap', 'META', 'Meta'),
    etf('mega-cap', 'TSLA', 'Tesla'),
    index('^RUT', 'Russell 2000 index'),
    index('^GSPC', 'S&P 500 index'),
    index('^IXIC', 'Nasdaq Composite'),
    index('^NDX', 'Nasdaq-100 index'),
    index('^VIX', 'VIX'),
    index('^RVX', 'RVX, Russell 2000 volatility'),
  ],
  pairs: [
    ['IWM', 'SPY'],
    ['IWM', 'QQQ'],
    ['IWM', 'MGK'],
    ['RSP', 'SPY'],
  ],
  map: {
    benchmark: 'SPY',
    subjects: ['IWM', 'IWO', 'IWN', 'KRE', 'XLI', 'XLF', 'XHB', 'XLK', 'SMH', 'RSP'],
  },
  basket: {
    id: 'MEGA7',
    name: 'Mega-cap basket, equal weight',
    label: 'Mega-caps',
    short: 'mega-caps',
    members: ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'GOOGL', 'META', 'TSLA'],
  },
  sides: {
    own: { id: 'small', plural: 'small caps', adjective: 'small-cap' },
    other: { id: 'large', plural: 'large caps', adjective: 'large-cap' },
  },
  states: { own: 'small-cap leadership', other: 'large-cap leadership', none: 'no clear leadership' },
  score: {
    momentum: { pair: ['IWM', 'SPY'], label: 'Momentum: IWM v SPY', spoken: 'momentum' },
    megacap: { pair: ['IWM', 'QQQ'], label: 'Mega-caps: IWM v QQQ', spoken: 'mega-caps' },
    breadth: { pair: ['RSP', 'SPY'], label: 'Breadth: RSP v SPY', spoken: 'breadth' },
    credit: { series: 'BAA10Y', label: 'Credit: falling Baa spread', spoken: 'credit' },
  },
  rivals: { against: ['SPY', 'QQQ'], beside: ['RSP'] },
  shown: {
    'small caps': 'Small caps',
    style: 'Large-cap styles',
    sector: 'Sectors',
    technology: 'Technology',
  },
  breadth: { groups: ['small caps', 'sector'], called: 'small-cap and sector funds' },
  equalWeights: { pair: ['RSP', 'SPY'], name: 'The S&P 500 with equal weights' },
  gauge: {
    title: 'AI and mega-cap gauge',
    rows: [
      { label: 'SMH − SPY', hint: 'Semiconductors', pair: ['SMH', 'SPY'], high: 'SMH' },
      { label: 'MGK − SPY', hint: 'Mega-cap growth', pair: ['MGK', 'SPY'], high: 'MGK' },
      { label: 'Mega-caps − RSP', hint: 'Basket of seven', pair: ['MEGA7', 'RSP'], high: null },
    ],
  },
  enthusiasm: {
    semiconductors: ['SMH', 'SPY'],
    megacap: ['MGK', 'RSP'],
    concentration: ['RSP', 'SPY'],
  },
  claims: {
    leaders: { id: 'MEGA', standIn: 'MGK' },
    cyclicals: ['XLI', 'XHB', 'KRE', 'XLF'],
    excesses: [['KRE', 'XLF']],
    balance: { id: 'balance.macro', of: ['12', '13', '18', '19', '21', '23', '26'], needed: 5 },
    rows: tnaClaims,
  },
  dollar: { series: 'DTWEXBGS', proxy: 'UUP' },
  underlyingExpense: 0.0019,
  volatilityIndices: [vix, rvx],
  volatility: rvx,
  reconstitution: russell,
  marks: {
    volatility: {
      symbols: ['^VIX', '^RVX'],
      words: 'VIX® and RVX are indices of Cboe, whose data are for personal use.',
    },
    indices: {
      symbols: ['IWM', '^RUT'],
      words:
        'Russell 2000® is a mark of the London Stock Exchange Group, S&P 500® of S&P Dow Jones Indices, Nasdaq-100® of Nasdaq; none of them, nor Direxion or iShares, has a part in this product.',
    },
  },
  macro: tnaMacro,
  differences,
  filers: [
    { symbol: 'AAPL', cik: 320_193 },
    { symbol: 'MSFT', cik: 789_019 },
    { symbol: 'NVDA', cik: 1_045_810 },
    { symbol: 'AMZN', cik: 1_018_724 },
    { symbol: 'GOOGL', cik: 1_652_044 },
    { symbol: 'META', cik: 1_326_801 },
    { symbol: 'TSLA', cik: 1_318_605 },
  ],
  splits,
  holdings: ['IWM', 'TNA'],
  valued: [
    { fund: 'IWM', name: 'Small caps' },
    { fund: 'IVV', name: 'S&P 500' },
  ],
};
