import type { Bars } from '../series/bars.ts';
import { withoutRows } from './rows.ts';

/** A bar that repeats an earlier one: what a site shows before it has the new one. */
export interface Copy {
  readonly session: string;
  /** The session whose prices it repeats. */
  readonly of: string;
}

/** Providers round the same price differently in its last digits. */
const samePrice = 1e-6;

/** A range from low to high, against the close, below which four equal prices may be chance (Treasury-bill funds). */
const tellingRange = 1e-3;

/** Where this many of the bars before are flat, the series is written so, and a flat bar is no sign of a copy. */
const usuallyFlat = 0.5;

/**
 * The bars less those that repeat the one before, which are no bars of their sessions: all four prices again, or one
 * price throughout that is the close before, as sites show until trading begins. Measured on 26 funds, 2005 to 2025:
 * never in an index fund on shares, except for two placeholders in MTUM's first week; three times in BIL.
 */
export function withoutCopies(bars: Bars): { readonly bars: Bars; readonly copies: readonly Copy[] } {
  const { sessions, open, high, low, close } = bars;
  if (open === null || high === null || low === null || close === null) return withoutCopiedCloses(bars);
  const copies: Copy[] = [];
  const rows = new Set<number>();
  const originals = new Map<number, number>();
  const isFlat = (row: number) => high[row] === low[row];
  for (let row = 1; row < sessions.length; row++) {
    // Quick on the way: nearly every bar closes elsewhere than the one before.
    if (!same(close[row]!, close[row - 1]!)) continue;
    const of = isFlat(row) ? placeholderOf(bars, row) : originalOf(bars, row);
    if (of < 0) continue;
    const original = originals.get(of) ?? of;
    originals.set(row, original);
    rows.add(row);
    copies.push({ session: sessions[row]!, of: sessions[original]! });
  }
  return { bars: withoutRows(bars, rows), copies };
}

/** The same of bars without ranges, as files of adjusted closes alone are read: the price before again, and as many shares. */
function withoutCopiedCloses(bars: Bars): ReturnType<typeof withoutCopies> {
  const { sessions, volume } = bars;
  const price = bars.adjusted ?? bars.close;
  if (price === null || volume === null) return { bars, copies: [] };
  const copies: Copy[] = [];
  const rows = new Set<number>();
  for (let row = 1, original = 0; row < sessions.length; row++) {
    const isCopy = same(price[row]!, price[row - 1]!) && volume[row]! > 0 && volume[row] === volume[row - 1];
    if (!isCopy) original = row;
    else {
      rows.add(row);
      copies.push({ session: sessions[row]!, of: sessions[original]! });
    }
  }
  return { bars: withoutRows(bars, rows), copies };
}

const same = (a: number, b: number): boolean => Math.abs(a / b - 1) < samePrice;

/** The row before, when all its prices come again in a row; else -1. */
function originalOf({ open, high, low, close, volume }: Bars, row: number): number {
  const before = row - 1;
  if (![close!, open!, high!, low!].every((column) => same(column[row]!, column[before]!))) return -1;
  const traded = volume !== null && volume[row]! > 0 && volume[row] === volume[before];
  return traded || (high![row]! - low![row]!) / close![row]! >= tellingRange ? before : -1;
}

/** The row before, when a flat bar is at its close and flat bars are not the series' own way; else -1. */
function placeholderOf({ open, high, low, close }: Bars, row: number): number {
  if (open![row] !== high![row] || close![row] !== high![row] || !same(close![row]!, close![row - 1]!))
    return -1;
  let [flat, first] = [0, Math.max(0, row - 21)];
  for (let before = first; before < row; before++) if (high![before] === low![before]) flat += 1;
  return flat < (row - first) * usuallyFlat ? row - 1 : -1;
}
