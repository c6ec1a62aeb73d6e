import { expect, it } from 'vitest';
import type { About } from '../../../../lambda/sources/parsing/parsed.ts';
import { readOnce } from '../../../../lambda/sources/parsing/read-once.ts';

const about = { series: 'IWM', fetchedAt: '2025-12-31T22:50:00Z' };

/** A parser that counts how often it is asked. */
function counting() {
  const asked: string[] = [];
  const parse = (bytes: Uint8Array, { series, fetchedAt }: About) => {
    asked.push(`${series} ${fetchedAt} ${bytes.length}`);
    if (bytes.length === 0) throw new RangeError('nothing to read');
    return { series, fetchedAt, length: bytes.length };
  };
  return { parse, asked };
}

it('reads the same bytes for the same series and time once', () => {
  const { parse, asked } = counting();
  const bytes = new Uint8Array(3);
  expect(readOnce(parse, bytes, about)).toEqual({ ...about, length: 3 });
  expect(readOnce(parse, bytes, { ...about })).toEqual({ ...about, length: 3 });
  expect(asked).toHaveLength(1);
});

it.each([
  ['another series', { ...about, series: 'TNA' }],
  ['another time', { ...about, fetchedAt: '2026-01-01T01:20:00Z' }],
])('reads them anew for %s', (_, other) => {
  const { parse } = counting();
  const bytes = new Uint8Array(3);
  readOnce(parse, bytes, about);
  expect(readOnce(parse, bytes, other)).toEqual({ ...other, length: 3 });
});

it('never takes what one parser understood for the answer of another, nor other bytes for the same', () => {
  const { parse } = counting();
  const bytes = new Uint8Array(3);
  readOnce(parse, bytes, about);
  expect(readOnce(() => 'another parser', bytes, about)).toBe('another parser');
  expect(readOnce(parse, new Uint8Array(4), about).length).toBe(4);
});

it('remembers no failure', () => {
  const { parse, asked } = counting();
  const bytes = new Uint8Array();
  expect(() => readOnce(parse, bytes, about)).toThrow('nothing to read');
  expect(() => readOnce(parse, bytes, about)).toThrow('nothing to read');
  expect(asked).toHaveLength(2);
});
