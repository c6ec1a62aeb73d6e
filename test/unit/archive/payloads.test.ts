import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../lambda/archive/bytes.ts';
import { fileLimit } from '../../../lambda/archive/inside.ts';
import { packPayload, unpackPayload } from '../../../lambda/archive/payloads.ts';
import { keys } from '../../../lambda/archive-layout.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const received = Buffer.from('date,close\n2025-12-31,246.16\n');
const ref = { key: 'bars:IWM', raw: sha256Of(received) };

async function archiveWith(packed: Uint8Array, raw = ref.raw): Promise<MemoryArchive> {
  const archive = new MemoryArchive();
  await archive.putNew(keys.raw(raw), packed);
  return archive;
}

describe('a payload', () => {
  it('is packed by gzip, and unpacked as it was received', async () => {
    const packed = await packPayload(received);
    expect(gunzipSync(packed).equals(received)).toBe(true);
    expect(Buffer.from(await unpackPayload(await archiveWith(packed), ref)).equals(received)).toBe(true);
  });

  it.each([
    ['other bytes than were received', gzipSync('date,close\n'), /\(bars:IWM\) is damaged$/],
    ['no gzip', received, /\(bars:IWM\) is damaged$/],
    [
      'more than a payload may hold',
      gzipSync(Buffer.alloc(fileLimit + 1), { level: 1 }),
      /unpacks to over 64000000 bytes$/,
    ],
  ])('that is %s is refused', async (_, packed, message) => {
    await expect(unpackPayload(await archiveWith(packed), ref)).rejects.toThrow(message);
  });

  it('that is not there is refused by its place and series', async () => {
    await expect(unpackPayload(new MemoryArchive(), ref)).rejects.toThrow(
      `memory:${keys.raw(ref.raw)} (bars:IWM) is not there`,
    );
  });
});
