import type { Flag } from '../../series/flag.ts';
import { plainBytes } from '../parsing/encoding.ts';
import type { Payload } from '../source.ts';

/** Files of a folder from which it can be known how its files end. */
const fewest = 4;

const endsLine = ({ bytes }: Payload): boolean => plainBytes(bytes).at(-1) === 0x0a;

/** The one file of a folder that ends without a line end where all others have one: its last value may be cut off. */
export function cutOff(payloads: readonly Payload[]): Flag[] {
  const files = payloads.filter(({ source, bytes }) => source === 'folder' && bytes.length > 0);
  const [only, ...others] = files.filter((payload) => !endsLine(payload));
  if (only === undefined || others.length > 0 || files.length <= fewest) return [];
  const text = `${only.origin} ends without a line end, as no other file does: its last value may be cut off`;
  return [{ subject: only.key, code: 'cut-off', text }];
}
