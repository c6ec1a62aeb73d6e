import { expect, it } from 'vitest';
import { parseCached } from '../../../../lambda/sources/parsing/parse-cached.ts';
import type { ParseContext } from '../../../../lambda/sources/parsing/parsed.ts';

const about = { series: 'IWM', fetchedAt: '2025-12-31T22:50:00Z' };

/** A parser that counts how often it is asked. */
function counting() {
  const asked: string[] = [];
  const parse = (bytes: Uint8Array, { series, fetchedAt }: ParseContext) => {
    asked.push(`${series} ${fetchedAt} ${bytes.length}`);
    if (bytes.length === 0) throw new RangeError('nothing to read');
    return { series, fetchedAt, length: bytes.length };
  };
  return { parse, asked };
}

it('reads the same bytes for the same series and time once', () => {
  const { parse, asked } = counting();
  const bytes = new Uint8Array(3);
  expect(parseCached(parse, bytes, about)).toEqual({ ...about, length: 3 });
  expect(parseCached(parse, bytes, { ...about })).toEqual({ ...about, length: 3 });
  expect(asked).toHaveLength(1);
});

it.each([
  ['another series', { ...about, series: 'TNA' }],
  ['another time', { ...about, fetchedAt: '2026-01-01T01:20:00Z' }],
])('reads them anew for %s', (_, other) => {
  const { parse } = counting();
  const bytes = new Uint8Array(3);
  parseCached(parse, bytes, about);
  expect(parseCached(parse, bytes, other)).toEqual({ ...other, length: 3 });
});

it('never confuses the results of two parsers or of two payloads', () => {
  const { parse } = counting();
  const bytes = new Uint8Array(3);
  parseCached(parse, bytes, about);
  expect(parseCached(() => 'another parser', bytes, about)).toBe('another parser');
  expect(parseCached(parse, new Uint8Array(4), about).length).toBe(4);
});

it('remembers no failure', () => {
  const { parse, asked } = counting();
  const bytes = new Uint8Array();
  expect(() => parseCached(parse, bytes, about)).toThrow('nothing to read');
  expect(() => parseCached(parse, bytes, about)).toThrow('nothing to read');
  expect(asked).toHaveLength(2);
});
