import { describe, expect, it } from 'vitest';
import { claim, lastSent, recordResult } from '../../../lambda/delivery/receipt.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const now = '2026-01-02T12:00:00.000Z';
const later = '2026-01-02T13:00:00.000Z';
const to = (revision: number, reader = 'ann@example.org') => ({
  session: '2025-12-31',
  revision,
  channel: 'mail',
  reader,
});

describe('a message', () => {
  it('is one attempt’s to send, among all who try', async () => {
    const archive = new MemoryArchive([3, 0, 7, 1]);
    const claims = await Promise.all(Array.from({ length: 5 }, () => claim(archive, to(1), now)));
    expect(claims.filter((found) => found === null)).toHaveLength(1);
    for (const found of claims)
      if (found !== null) expect(found).toMatchObject({ state: 'sending', channel: 'mail', at: now });
  });

  it.each([
    [{ state: 'sent', message: 'id-1' }],
    [{ state: 'not needed', reason: 'it says the same' }],
  ] as const)('is not sent again after %j', async (result) => {
    const archive = new MemoryArchive();
    await claim(archive, to(1), now);
    await recordResult(archive, to(1), result, later);
    const known = { schema: 'smallcap-briefing-receipt/1', channel: 'mail', at: later, ...result };
    for (let attempt = 0; attempt < 2; attempt++) expect(await claim(archive, to(1), later)).toEqual(known);
  });

  it('that was certainly not sent is tried again', async () => {
    const archive = new MemoryArchive();
    await claim(archive, to(1), now);
    await recordResult(archive, to(1), { state: 'not sent' }, now);
    expect(await claim(archive, to(1), later)).toBeNull();
    expect(await claim(archive, to(1), later)).toMatchObject({ state: 'sending', at: later });
  });

  it('is another one of another revision or reader, and the archive has no address', async () => {
    const archive = new MemoryArchive();
    for (const message of [to(1), to(2), to(1, 'bob@example.org')])
      expect(await claim(archive, message, now)).toBeNull();
    expect(JSON.stringify(archive.texts())).not.toContain('@');
  });
});

describe('the message before', () => {
  it('is that of the newest earlier revision which the reader was sent', async () => {
    const archive = new MemoryArchive();
    for (const revision of [1, 2, 5])
      await recordResult(archive, to(revision), { state: 'sent', message: `id-${revision}` }, now);
    await claim(archive, to(3), now);
    await recordResult(archive, to(4), { state: 'not needed', reason: 'it says the same' }, now);
    expect(await lastSent(archive, to(5))).toMatchObject({ revision: 2, receipt: { message: 'id-2' } });
    expect(await lastSent(archive, to(2))).toMatchObject({ revision: 1 });
    expect(await lastSent(archive, to(1))).toBeNull();
    expect(await lastSent(archive, to(5, 'bob@example.org'))).toBeNull();
  });
});
