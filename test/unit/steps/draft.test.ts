import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../lambda/archive/bytes.ts';
import { findDraft, readDraft } from '../../../lambda/archive/drafts.ts';
import { keepSnapshot, readSnapshot } from '../../../lambda/archive/snapshots.ts';
import { stagedReport } from '../../../lambda/archive/work.ts';
import { sessionsBetween } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { ArchiveError, GateError } from '../../../lambda/errors.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import type { StagedAnalysis } from '../../../lambda/steps/analyse.ts';
import { collectAndStore } from '../../../lambda/steps/collect.ts';
import { analyseDrafted, type DraftInput, draft } from '../../../lambda/steps/draft.ts';
import { publish } from '../../../lambda/steps/publish.ts';
import { reportBytes } from '../../../lambda/steps/render.ts';
import type { Shape } from '../../e2e-local/support/small-data.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { requestOf, smallPayloads, sourceOf } from '../../support/small-source.ts';

const sessions = ['2025-12-29', '2025-12-30', '2025-12-31'] as const;
const [monday, tuesday, wednesday] = sessions;
const short: Shape = { from: '2025-11-03' };

let archive: MemoryArchive;
beforeEach(() => {
  archive = new MemoryArchive();
});

/** Collects for all sessions, and drafts them. */
async function drafted(more: Partial<DraftInput> = {}, shape = short): Promise<{ readonly next: number }> {
  const source = sourceOf(() => smallPayloads(shape));
  const { snapshot } = await collectAndStore(requestOf(more.sessions?.at(-1) ?? wednesday), {
    source,
    archive,
  });
  const of = { edition: tna, sessions, from: 0, snapshot, missing: [], execution: 'fill-1' };
  return draft({ ...of, allowIncomplete: false, paper: 'A4', ...more }, { archive });
}
const answerOf = async (session: string, execution = 'fill-1'): Promise<StagedAnalysis> =>
  (await readDraft(archive, execution, session)).answer!;
const reportOf = async (answer: StagedAnalysis): Promise<Report> =>
  JSON.parse(Buffer.from(await stagedReport(archive, answer.work)).toString());
const hashOf = async (answer: StagedAnalysis) => sha256Of(await stagedReport(archive, answer.work));

async function publishDraft(session: string): Promise<void> {
  const answer = await answerOf(session);
  const report = await reportOf(answer);
  const pages = new Map([
    ['report.json', reportBytes(report)],
    ['briefing.pdf', Buffer.from('%PDF')],
  ]);
  const of = {
    report,
    pages,
    previous: answer.previous,
    paper: 'A4' as const,
    code: 'test',
    now: report.collectedAt,
  };
  await publish(of, archive);
}

describe('the drafts of a backfill', () => {
  it('are each compared with the one before, as if that were published', async () => {
    expect(await drafted()).toEqual({ next: 0 });
    const [one, two, three] = await Promise.all(sessions.map((session) => answerOf(session)));
    expect([one, two, three].map((of) => [of!.status, of!.revision])).toEqual(Array(3).fill(['new', 1]));
    expect(one!.previous).toBeNull();
    expect(two!.previous).toEqual({ session: monday, revision: 1, sha256: await hashOf(one!) });
    expect(three!.previous).toEqual({ session: tuesday, revision: 1, sha256: await hashOf(two!) });
    const { snapshot } = await readDraft(archive, 'fill-1', tuesday);
    expect((await reportOf(two!)).snapshot).toBe(snapshot);
    expect(await readSnapshot(archive, tuesday, snapshot)).not.toBeNull();
  });

  it('go on from where the part before ended, with its last draft', async () => {
    await drafted({ sessions: sessions.slice(0, 2) });
    const before = await answerOf(tuesday);
    await drafted({ from: 2 });
    expect((await answerOf(wednesday)).previous).toEqual({
      session: tuesday,
      revision: 1,
      sha256: await hashOf(before),
    });
    // What another execution drafted is nothing that will be published by this one.
    await drafted({ from: 2, execution: 'fill-2' });
    expect((await answerOf(wednesday, 'fill-2')).previous).toBeNull();
    expect(await findDraft(archive, 'fill-2', tuesday)).toBeNull();
  });

  it('are compared with what is published, where that was not drafted', async () => {
    await drafted({ sessions: sessions.slice(0, 1) });
    await publishDraft(monday);
    await drafted({ sessions: sessions.slice(1), execution: 'fill-2' });
    const { sha256 } = (await answerOf(tuesday, 'fill-2')).previous!;
    expect(sha256).toBe(await hashOf(await answerOf(monday)));
  });

  it('of what is published already name it, and the next is compared with that', async () => {
    await drafted({ sessions: sessions.slice(0, 1) });
    await publishDraft(monday);
    await drafted({ execution: 'fill-2' });
    expect(await answerOf(monday, 'fill-2')).toMatchObject({ status: 'already published', revision: 1 });
    const { previous } = await answerOf(tuesday, 'fill-2');
    expect(previous).toMatchObject({
      session: monday,
      revision: 1,
      sha256: await hashOf(await answerOf(monday)),
    });
    // As is the first of a further part.
    await drafted({ from: 1, execution: 'fill-2' });
    expect((await answerOf(tuesday, 'fill-2')).previous).toEqual(previous);
  });

  it('have the times of a snapshot that another run kept', async () => {
    await drafted({ sessions: [tuesday, wednesday] });
    const { snapshot } = await readDraft(archive, 'fill-1', tuesday);
    const document = (await readSnapshot(archive, tuesday, snapshot))!;
    archive = new MemoryArchive();
    const collectedAt = '2025-12-31T01:00:00.000Z';
    const putNew = archive.putNew.bind(archive);
    // The other run keeps its own just before this one does.
    archive.putNew = async (key, bytes) => {
      if (key.includes(`${tuesday}/${snapshot}`)) {
        archive.putNew = putNew;
        await keepSnapshot(archive, { ...document, collectedAt });
      }
      return putNew(key, bytes);
    };
    await drafted({ sessions: [tuesday, wednesday] });
    expect((await reportOf(await answerOf(tuesday))).collectedAt).toBe(collectedAt);
  });

  it('that the gate refuses are kept as refused, and the next is compared with an earlier one', async () => {
    // Two sessions lack a bar of their own or of the day before.
    const hole: Shape = {
      ...short,
      change: { symbol: 'IWM', rows: (rows) => rows.filter((row) => !row.startsWith(monday)) },
    };
    const all = ['2025-12-26', ...sessions];
    await drafted({ sessions: all }, hole);
    for (const session of [monday, tuesday]) {
      const { answer, refused } = await readDraft(archive, 'fill-1', session);
      expect(answer).toBeNull();
      expect(refused?.missing).toEqual(['IWM']);
      expect(refused?.message).toContain(`IWM has no bar of ${monday}`);
    }
    expect((await answerOf(wednesday)).previous?.session).toBe('2025-12-26');
    await drafted({ sessions: all, allowIncomplete: true, execution: 'fill-2' }, hole);
    expect((await answerOf(wednesday, 'fill-2')).previous?.session).toBe(tuesday);
  });

  it('are made of a hundred sessions at a time', async () => {
    // Before the data begin every session is refused, in no time.
    const long = sessionsBetween('2025-05-01', wednesday).slice(0, 101);
    expect(await drafted({ sessions: long })).toEqual({ next: 100 });
    expect(await archive.list('work/backfill/fill-1/')).toHaveLength(100);
    expect(await drafted({ sessions: long, from: 100 })).toEqual({ next: 0 });
    expect(await archive.list('work/backfill/fill-1/')).toHaveLength(101);
    expect(await drafted({ sessions: long.slice(0, 100), execution: 'fill-2' })).toEqual({ next: 0 });
  });

  it('of no session are none, and where nothing was collected the backfill is refused', async () => {
    expect(await drafted({ sessions: [] })).toEqual({ next: 0 });
    const refused = await drafted({ snapshot: null, missing: ['no network'] }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(GateError);
    expect(refused).toMatchObject({ missing: ['no network'], message: expect.stringContaining(wednesday) });
  });

  it('fail with what is no refusal of the gate', async () => {
    const broken: Shape = { ...short, change: { symbol: 'IWM', rows: () => ['no,such', '1,2'] } };
    await expect(drafted({}, broken)).rejects.not.toThrow(GateError);
  });
});

describe('the analysis of a drafted session', () => {
  const of = {
    edition: tna,
    session: tuesday,
    execution: 'fill-1',
    after: 0,
    allowIncomplete: false,
    paper: 'A4',
  } as const;
  const ports = () => ({ archive, measure: () => undefined });

  it('is its draft, and made again where its revision was taken', async () => {
    await drafted();
    const answer = await answerOf(tuesday);
    expect(await analyseDrafted(of, ports())).toEqual(answer);
    expect(await analyseDrafted({ ...of, after: 1 }, ports())).toMatchObject({ status: 'new', revision: 2 });
  });

  it('that was refused is refused again, in the same words', async () => {
    const hole: Shape = {
      ...short,
      change: { symbol: 'IWM', rows: (rows) => rows.filter((row) => !row.startsWith(tuesday)) },
    };
    await drafted({}, hole);
    const { refused } = await readDraft(archive, 'fill-1', tuesday);
    const again = await analyseDrafted(of, ports()).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(GateError);
    expect(again).toMatchObject({ message: refused!.message, missing: refused!.missing });
  });

  it('that was never drafted fails', async () => {
    await expect(analyseDrafted(of, ports())).rejects.toThrow(ArchiveError);
  });
});
