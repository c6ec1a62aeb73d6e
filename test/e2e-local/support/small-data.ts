import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sessionsBetween } from '../../../lambda/calendar/nyse.ts';

/** The session that the small data is about, and the one that its history begins with. */
export const session = '2025-12-31';
const first = '2023-06-01';

/** A clock for runs that must be the same to the byte. */
export const clock = '2026-01-02T12:00:00Z';

/** Daily returns of a market that goes up and down by rule, so that no return is random or zero. */
const wave = (day: number, pace: number): number =>
  0.004 * Math.sin(day * pace) + 0.006 * Math.cos(day * day);

export interface Shape {
  /** First and last session of the files. */
  readonly from?: string;
  readonly through?: string;
  readonly symbols?: readonly string[];
  /** Changes the rows of one symbol's file, header first. */
  readonly change?: { readonly symbol: string; readonly rows: (rows: string[]) => string[] };
}

/** Files of just the required symbols by name, as Yahoo would name the columns. Fast to read, with the columns of real files. */
export function smallFiles(shape: Shape = {}): ReadonlyMap<string, string> {
  const sessions = sessionsBetween(shape.from ?? first, shape.through ?? session);
  return new Map(
    (shape.symbols ?? ['IWM', 'SPY', 'QQQ', 'TNA']).map((symbol) => {
      const rows = rowsOf(symbol, sessions);
      const changed = shape.change?.symbol === symbol ? shape.change.rows(rows) : rows;
      return [`${symbol}.csv`, `${changed.join('\n')}\n`];
    }),
  );
}

/** Writes a folder of them. */
export async function smallData(folder: string, shape: Shape = {}): Promise<string> {
  await mkdir(join(folder, 'market'), { recursive: true });
  await mkdir(join(folder, 'macro'), { recursive: true });
  for (const [name, text] of smallFiles(shape)) await writeFile(join(folder, 'market', name), text);
  return folder;
}

const paces: Record<string, number> = { IWM: 0.7, SPY: 0.5, QQQ: 0.4, TNA: 0.7 };

function rowsOf(symbol: string, sessions: readonly string[]): string[] {
  let price = 100;
  const rows = sessions.map((date, day) => {
    const multiple = symbol === 'TNA' ? 3 : 1;
    const open = price;
    price *= 1 + multiple * wave(day, paces[symbol] ?? 0.6);
    const [high, low] = [Math.max(open, price) * 1.002, Math.min(open, price) * 0.998];
    const cells = [open, high, low, price, price].map((value) => value.toFixed(2));
    return [date, ...cells, 1_000_000 + day].join(',');
  });
  return ['Date,Open,High,Low,Close,Adj Close,Volume', ...rows];
}
