import { createHash } from 'node:crypto';

/** The name space of what this program names; any UUID, and never another. */
const ours = 'b5d1f5a4-7c5e-4b0e-9a57-2d6f0c9e8b13';

/**
 * A name-based UUID: the same name, the same UUID (RFC 9562, version 5).
 * @param space the UUID of the name space
 */
export function uuidOf(name: string, space: string = ours): string {
  const hash = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
