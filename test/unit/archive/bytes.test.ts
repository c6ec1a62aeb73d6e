import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readJson, sha256Of, writeJson } from '../../../lambda/archive/bytes.ts';
import { ArchiveError } from '../../../lambda/errors.ts';

const schema = z.object({ list: z.array(z.object({ n: z.number() })) });
const read = (text: string) => readJson(schema, Buffer.from(text), 'memory:index.json');

it('a hash is that of FIPS 180-2’s example', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect([sha256Of('abc'), sha256Of(Buffer.from('abc'))]).toEqual([abc, abc]);
});

describe('a document', () => {
  it('is read as it was written, and ends with a line', () => {
    const written = writeJson({ list: [{ n: 1 }] });
    expect(Buffer.from(written).toString()).toMatch(/^\{\n {2}"list".*\}\n$/s);
    // A view into a larger buffer, as a file system may give it.
    const within = Buffer.concat([Buffer.from('xx'), written, Buffer.from('xx')]).subarray(2, -2);
    expect(readJson(schema, within, 'here')).toEqual({ list: [{ n: 1 }] });
  });

  it.each([
    ['{"list":[{"n":1},{"n":"one"}]}', /^memory:index\.json, field list\.1\.n: /],
    ['[]', /^memory:index\.json: /],
    ['{"list":', /^memory:index\.json is not JSON$/],
    [`{"list":[${'0,'.repeat(120_000)}0]}`, /^memory:index\.json holds a list of 120001 entries/],
    [`"${'x'.repeat(16_000_000)}"`, /^memory:index\.json has 16000002 bytes; 16000000 are allowed$/],
  ])('that is none of its schema (%#) is refused with its place', (text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(ArchiveError);
    expect(() => read(text)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('restore it from a copy') }),
    );
  });

  it('of the greatest size allowed is read', () => {
    const text = '{"list":[]}';
    expect(read(text + ' '.repeat(16_000_000 - text.length))).toEqual({ list: [] });
  });
});
