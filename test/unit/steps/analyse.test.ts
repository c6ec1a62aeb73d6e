import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Of, writeJson } from '../../../lambda/archive/bytes.ts';
import { newestRevision } from '../../../lambda/archive/revisions.ts';
import { stagedReport } from '../../../lambda/archive/work.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { GateError, UsageError } from '../../../lambda/errors.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import {
  type AnalysisInput,
  analyse,
  analyseStored,
  assertPublishable,
  predecessorOf,
  type StagedAnalysis,
  type StoredAnalysisInput,
  stageAnalysis,
} from '../../../lambda/steps/analyse.ts';
import { collect, collectAndStore } from '../../../lambda/steps/collect.ts';
import { publish } from '../../../lambda/steps/publish.ts';
import { reportBytes } from '../../../lambda/steps/render.ts';
import { snapshotOf } from '../../../lambda/steps/snapshot.ts';
import type { Shape } from '../../e2e-local/support/small-data.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { requestOf, smallPayloads, sourceOf } from '../../support/small-source.ts';

const [before, session] = ['2025-12-30', '2025-12-31'];
const now = '2026-01-01T12:00:00.000Z';
const short: Shape = { from: '2025-11-03' };
const source = (shape: Shape = short) => sourceOf(() => smallPayloads(shape));

let archive: MemoryArchive;
let measured: [string, number][];
beforeEach(() => {
  archive = new MemoryArchive();
  measured = [];
});

/** A session collected into the archive and analysed there. */
async function analysed(
  of = session,
  more: Partial<StoredAnalysisInput> = {},
  shape = short,
): Promise<StagedAnalysis> {
  const { snapshot } = await collectAndStore(requestOf(of), { source: source(shape), archive });
  const input = {
    edition: tna,
    session: of,
    snapshot,
    missing: [],
    after: 0,
    allowIncomplete: false,
    paper: 'A4',
  };
  return analyseStored({ ...input, ...more } as StoredAnalysisInput, {
    archive,
    measure: (name, value) => void measured.push([name, value]),
  });
}
const staged = async ({ work }: StagedAnalysis): Promise<Report> =>
  JSON.parse(Buffer.from(await stagedReport(archive, work)).toString());

/** Publishes what was staged, with a PDF for show. */
async function publishStaged(of: StagedAnalysis, change: (report: Report) => Report = (report) => report) {
  const report = change(await staged(of));
  const pages = new Map([
    ['report.json', reportBytes(report)],
    ['briefing.pdf', Buffer.from('%PDF')],
  ]);
  await publish({ report, pages, previous: of.previous, paper: 'A4', code: 'test', now }, archive);
}

describe('the analysis of a stored snapshot', () => {
  it('is staged as the first revision of its session', async () => {
    const answer = await analysed();
    expect(answer).toMatchObject({ status: 'new', revision: 1, previous: null });
    const report = await staged(answer);
    expect(report).toMatchObject({ session, revision: 1, edition: { id: 'TNA' }, collectedAt: now });
    // By hand, from the last two rows of the file.
    const closes = smallPayloads(short).map(({ bytes }) =>
      Buffer.from(bytes)
        .toString()
        .trim()
        .split('\n')
        .slice(-2)
        .map((row) => Number(row.split(',')[4])),
    );
    const [was, is] = closes[0] as [number, number];
    expect(report.figures['close.IWM']?.value).toBe(is);
    expect(report.figures['return.IWM.1d']?.value).toBeCloseTo(is / was - 1, 6);
    const stale = report.sources.filter(({ status }) => status === 'stale').length;
    expect(measured).toEqual([['staleSeries', stale]]);
  });

  it('where nothing was collected is refused with what was missing', async () => {
    const refused = await analysed(session, { snapshot: null, missing: ['no network', 'no file'] }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(GateError);
    expect(refused).toMatchObject({
      missing: ['no network', 'no file'],
      message: expect.stringContaining('no network'),
    });
  });

  it('that says what is published is only named', async () => {
    const first = await analysed();
    await publishStaged(first);
    const staged = await archive.list('work/');
    expect(await analysed()).toMatchObject({ status: 'already published', revision: 1, previous: null });
    expect(await archive.list('work/')).toEqual(staged);
  });

  it.each<[string, Partial<StoredAnalysisInput>, (report: Report) => Report]>([
    ['on other paper', { paper: 'Letter' }, (report) => report],
    ['where a figure differs', {}, (report) => ({ ...report, front: { ...report.front, supporting: [] } })],
  ])('%s is the next revision', async (_, more, change) => {
    await publishStaged(await analysed(), change);
    expect(await analysed(session, more)).toMatchObject({ status: 'new', revision: 2 });
  });

  it('of which a number is used up takes the next', async () => {
    expect(await analysed(session, { after: 3 })).toMatchObject({ revision: 4 });
    await publishStaged(await analysed());
    expect(await analysed(session, { after: 1, paper: 'Letter' })).toMatchObject({ revision: 2 });
  });

  it('is compared with the last briefing before, and names it by its hash', async () => {
    await publishStaged(await analysed(before));
    const answer = await analysed();
    const { manifest } = (await newestRevision(archive, before))!;
    const { sha256 } = manifest.files['report.json']!;
    expect(answer.previous).toEqual({ session: before, revision: 1, sha256 });
    expect((await staged(answer)).front.changes.since).toBe(before);
  });

  it('that was compared with a report that is not published is made again', async () => {
    const answer = await analysed();
    await publishStaged({ ...answer, previous: { session: before, revision: 1, sha256: 'a'.repeat(64) } });
    expect(await analysed()).toMatchObject({ status: 'new', revision: 2 });
  });

  it('without a required bar is refused, unless it may be incomplete', async () => {
    const hole: Shape = { ...short, change: { symbol: 'TNA', rows: (rows) => rows.slice(0, -1) } };
    await expect(analysed(session, {}, hole)).rejects.toThrow(GateError);
    expect(await archive.list('work/')).toEqual([]);
    const { marks } = await staged(await analysed(session, { allowIncomplete: true }, hole));
    expect(marks.incomplete).toBe(true);
    expect(marks.incompleteBecause).toEqual([expect.stringContaining(`TNA has no bar of ${session}`)]);
  });
});

/** What `analyse` asks for, of the small data, as into an empty archive. */
async function input(more: Partial<AnalysisInput> = {}): Promise<AnalysisInput> {
  const collection = await collect(requestOf(session), source());
  const { snapshot } = await snapshotOf(collection, session, archive);
  const alone = {
    newest: null,
    founded: true,
    after: 0,
    previous: null,
    chain: { records: [], broken: null },
  };
  return { collection, snapshot, ...alone, allowIncomplete: false, pdf: null, ...more };
}

describe('an analysis', () => {
  it('is of one edition with what is published before it, or refused', async () => {
    const { report } = analyse(await input());
    const foreign = { ...report, edition: { ...report.edition, id: 'OTHER' } };
    const ref = { session: before, revision: 1, sha256: 'a'.repeat(64) };
    const asPrevious = await input({ previous: { report: { ...foreign, session: before }, ref } });
    expect(() => analyse(asPrevious)).toThrow(UsageError);
    expect(() => analyse(asPrevious)).toThrow(/r1 of 2025-12-30 is of the edition OTHER, and this makes TNA/);
    const asNewest = await input({ newest: { report: foreign, manifest: { revision: 1 } as never } });
    expect(() => analyse(asNewest)).toThrow(/r1 of 2025-12-31 is of the edition OTHER/);
  });

  it('of real prices is never compared with made-up ones', async () => {
    const { report } = analyse(await input());
    const ref = { session: before, revision: 1, sha256: 'a'.repeat(64) };
    const made = { ...report, session: before, marks: { ...report.marks, simulated: true } };
    expect(analyse(await input({ previous: { report: made, ref } })).previous).toBeNull();
    const real = { report: { ...report, session: before }, ref };
    expect(analyse(await input({ previous: real })).previous).toEqual(real);
  });

  it('is what the next session is compared with, as it stands or as it is published', async () => {
    const analysis = analyse(await input());
    const sha256 = sha256Of(analysis.json);
    expect(predecessorOf(analysis)).toEqual({
      report: analysis.report,
      ref: { session, revision: 1, sha256 },
    });
    const manifest = { session, revision: 1, files: { 'report.json': { sha256, bytes: 1 } } } as never;
    const published = analyse(await input({ newest: { report: analysis.report, manifest } }));
    expect(published.publishedSame?.report).toBe(analysis.report);
    expect(predecessorOf(published)).toEqual({
      report: analysis.report,
      ref: { session, revision: 1, sha256 },
    });
    const unfounded = analyse(await input({ newest: { report: analysis.report, manifest }, founded: false }));
    expect(unfounded.publishedSame).toBeNull();
    expect(unfounded.report.revision).toBe(2);
  });

  it('stages its report alone, under its hash', async () => {
    const analysis = analyse(await input());
    const { work } = await stageAnalysis(analysis, archive);
    expect(work).toBe(`work/${session}/${sha256Of(analysis.json).slice(0, 16)}/`);
    expect(await archive.list('work/')).toEqual([`${work}report.json`]);
  });
});

describe('the gate', () => {
  it('says once why a briefing would be incomplete', async () => {
    const { snapshot } = await input();
    expect(assertPublishable(snapshot, tna, false)).toEqual([]);
    const without = { ...snapshot, market: new Map([...snapshot.market].slice(2)) };
    expect(() => assertPublishable(without, tna, false)).toThrow(GateError);
    const reasons = assertPublishable(without, tna, true);
    expect(reasons).toHaveLength(2);
    const twice = { ...tna, required: [...tna.required, ...tna.required] };
    expect(assertPublishable(without, twice, true)).toEqual(reasons);
  });
});

it('a published report is compared as it was read back from its file', async () => {
  const analysis = analyse(await input());
  expect(JSON.parse(writeJson(analysis.report).toString())).toEqual(
    JSON.parse(Buffer.from(analysis.json).toString()),
  );
});
