import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChain } from '../../../lambda/archive/call-chain.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { renderHtmlHere as renderHtml } from '../../../lambda/rendering/render-html.ts';
import { plainText } from '../../../lambda/report/plain-text.ts';
import { backfill } from '../../../lambda/runs/backfill.ts';
import { runBriefing } from '../../../lambda/runs/briefing.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { rebuild } from '../../../lambda/runs/rebuild.ts';
import { replay } from '../../../lambda/runs/replay.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import { smallData } from '../../e2e-local/support/small-data.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { temporaryFolder } from '../../support/temporary.ts';

describe('the record of calls over some evenings', () => {
  const evenings = ['2025-12-29', '2025-12-30', '2025-12-31'];
  const archive = new MemoryArchive();
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let data: string;
  const common = { edition: tna, paper: 'A4', allowIncomplete: false, code: 'test' } as const;
  const ports = (to = archive) => ({
    ...{ source: folderSource(data), archive: to, printer: null, watch: unwatched },
  });
  const evening = (session: string, to = archive) =>
    runBriefing({ ...common, session, now: `${session}T23:50:00.000Z` }, ports(to));
  const stateOf = async (session: string) => (await evening(session)).report.figures['calls.chain']?.value;

  beforeAll(async () => {
    folder = await temporaryFolder();
    data = await smallData(join(folder.path, 'data'));
    for (const session of evenings) await evening(session);
  });
  afterAll(() => folder.dispose());

  it('has one record an evening, in time, and each briefing saw those before it', async () => {
    const { records, broken } = await readChain(archive);
    expect(broken).toBeNull();
    expect(records.slice(0, 3).map(({ session, late }) => [session, late])).toEqual(
      evenings.map((session) => [session, false]),
    );
    // Without the breadth and credit that the score needs nothing is called, and that is recorded.
    expect(records[0]).toMatchObject({ edition: 'TNA', subject: 'IWM:SPY', state: null, side: null });
    expect(await Promise.all(evenings.map(stateOf))).toEqual(['none yet', 'intact', 'intact']);
  });

  it('changes no briefing that is made again, and a replay finds what was there', async () => {
    for (const session of evenings) expect((await evening(session)).status).toBe('already published');
    const made = { archive, printer: () => Promise.reject(new Error('none')), watch: unwatched };
    for (const session of evenings) {
      const { files } = await replay({ edition: tna, session, revision: undefined }, made);
      expect(files.flatMap(({ differences }) => differences)).toEqual([]);
    }
  });

  it('takes a backfill at its end, late', async () => {
    await backfill(
      { ...common, sessions: ['2025-12-23', '2025-12-24'], now: '2026-01-05T12:00:00Z' },
      { ...ports(), renderHtml, tell: () => undefined },
    );
    const { records } = await readChain(archive);
    expect(records.slice(3).map(({ session, late }) => [session, late])).toEqual([
      ['2025-12-23', true],
      ['2025-12-24', true],
    ]);
    expect(await checkArchive(archive)).toMatchObject({ calls: 'intact', problems: [] });
  });

  it('is left alone when pointers are made again', async () => {
    const before = await archive.get('calls/0001.json');
    await rebuild(archive);
    expect(await archive.get('calls/0001.json')).toEqual(before);
  });

  it('says on the page when it is not as it was written', async () => {
    const changed = new MemoryArchive();
    await evening('2025-12-29', changed);
    const before = (await changed.get('calls/0001.json'))!;
    await changed.update('calls/0001.json', () =>
      Buffer.from(Buffer.from(before).toString().replace('"late": false', '"late": true')),
    );
    const { report, status } = await evening('2025-12-31', changed);
    expect(status).toBe('published');
    expect(report.figures['calls.chain']?.value).toBe('broken at 2025-12-29 r1');
    expect(report.front.notices.map(plainText).join(' ')).toContain(
      'The record of calls is broken at Dec 29, 2025 r1',
    );
    expect(await checkArchive(changed)).toMatchObject({ calls: 'broken at 2025-12-29 r1' });
  });
});
