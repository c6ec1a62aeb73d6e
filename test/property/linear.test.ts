import { describe, expect, it } from 'vitest';
import { InputError } from '../../lambda/errors.ts';
import { parsePayload } from '../../lambda/sources/parsers.ts';
import { fetchedAt, payloads } from '../support/provider/bodies.ts';

/** Pieces of which a hostile body may be a million: what CSV, JSON, HTML, dates and numbers are made of. */
const pieces = [
  ['<title', '<html>'],
  ['<', '<html>'],
  [' ', ''],
  ['\n', ''],
  ['"', ''],
  [',', 'date,open,high,low,close'],
  ['""', 'date,value\n'],
  ['a,b,c\n', 'Date,Close\n'],
  ['2025-12-31,1\n', 'observation_date,UNRATE\n'],
  ['1', ''],
  ['[', ''],
  ['{"a":', ''],
  ['0,', '['],
  ['{},', '{"observations":['],
  ['-', 'x'],
] as const;

const file = Buffer.from('Date,Open,High,Low,Close,Adj Close,Volume\n2025-12-29,1,2,1,2,2,5\n');
const series = Buffer.from('observation_date,DGS2\n2025-12-29,4.1\n');
const readers = [
  ...payloads.map(([source, key, bytes]) => [source, key, bytes] as const),
  ['folder', 'bars:IWM', file] as const,
  ['folder', 'macro:DGS2', series] as const,
];

/** Milliseconds of processor time that reading takes: the least of a few tries, as another process may disturb one. */
function cost(source: string, key: string, bytes: Uint8Array, tries: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < tries; time += 1) {
    // Parsers remember what they read; every try is of bytes of its own.
    const own = Uint8Array.from(bytes);
    const before = process.cpuUsage();
    try {
      parsePayload({ source, key, bytes: own, origin: 'http://provider/', fetchedAt });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const size = 60_000;
/** Milliseconds; differences below it may be garbage collection. */
const noise = 120;

function expectLinear(source: string, key: string, make: (length: number) => Uint8Array): void {
  const [once, fourfold] = [make(size), make(4 * size)];
  // Four times the body may take eight times as long: a slow machine stays below it, and a square takes sixteen times.
  if (cost(source, key, fourfold, 1) <= noise) return;
  expect(cost(source, key, fourfold, 3)).toBeLessThanOrEqual(Math.max(noise, 8 * cost(source, key, once, 3)));
}

describe.each(readers)('reading %s (%s)', (source, key, bytes) => {
  it.each(pieces)('takes time in proportion to the number of %j', (piece, start) => {
    expectLinear(source, key, (length) =>
      Buffer.from(start + piece.repeat(Math.ceil(length / piece.length))),
    );
  });

  it('takes time in proportion to what is repeated within a right answer', () => {
    const text = Buffer.from(bytes).toString();
    for (const part of [0.3, 0.5, 0.7]) {
      const at = Math.floor(text.length * part);
      const piece = text.slice(at, at + 40);
      expectLinear(source, key, (length) =>
        Buffer.from(text.slice(0, at) + piece.repeat(Math.ceil(length / piece.length)) + text.slice(at)),
      );
    }
  });
});
