import type { Edition, SymbolGroup, SymbolSpec } from './edition.ts';
import { macro } from './tna-macro.ts';

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
    etf('small caps', 'IWM', 'Russell 2000'),
    etf('small caps', 'IJR', 'S&P SmallCap 600'),
    etf('small caps', 'IWO', 'Russell 2000 Growth'),
    etf('small caps', 'IWN', 'Russell 2000 Value'),
    etf('large caps', 'SPY', 'S&P 500'),
    etf('large caps', 'QQQ', 'Nasdaq-100'),
    etf('large caps', 'RSP', 'S&P 500 Equal Weight'),
    etf('large caps', 'MGK', 'Vanguard Mega Cap Growth'),
    etf('style', 'IWF', 'Russell 1000 Growth'),
    etf('style', 'IWD', 'Russell 1000 Value'),
    etf('sector', 'KRE', 'Regional banks'),
    etf('sector', 'XLI', 'Industrials'),
    etf('sector', 'XLF', 'Financials'),
    etf('sector', 'XHB', 'Homebuilders and suppliers'),
    etf('sector', 'ITB', 'Home construction'),
    etf('technology', 'XLK', 'Technology'),
    etf('technology', 'SMH', 'Semiconductors'),
    etf('credit and rates', 'HYG', 'High-yield bonds'),
    etf('credit and rates', 'TLT', 'Treasuries over 20 years'),
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
    members: ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'GOOGL', 'META', 'TSLA'],
  },
  macro,
};
