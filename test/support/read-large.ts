import { InputError } from '../../lambda/errors.ts';
import { parsePayload } from '../../lambda/sources/parsers.ts';
import { fetchedAt, payloads } from './provider/bodies.ts';

/**
 * A process of its own: every reader reads large bodies one after the other, in as little memory as it was started with.
 * Prints how many it read. Arguments: the size of a body in bytes.
 */
const size = Number(process.argv[2]);
const bodies = [
  ['', '['],
  ['[', '{},'],
  ['[', '0,'],
  ['Date,Close\n', '2025-12-31,1\n'],
  ['observation_date,DGS2\n', '1,2\n'],
] as const;
const readers = [
  ...payloads.map(([source, key]) => [source, key] as const),
  ['folder', 'bars:IWM'] as const,
  ['folder', 'macro:DGS2'] as const,
];

let read = 0;
for (const [source, key] of readers)
  for (const [start, piece] of bodies) {
    const bytes = Buffer.from(start + piece.repeat(Math.ceil(size / piece.length)));
    try {
      parsePayload({ source, key, bytes, origin: 'http://provider/', fetchedAt });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    read += 1;
  }
process.stdout.write(String(read));
