import { beforeEach, describe, expect, it } from 'vitest';
import { readChain } from '../../../lambda/archive/call-chain.ts';
import { indexEntries } from '../../../lambda/archive/index.ts';
import { readRevision } from '../../../lambda/archive/revisions.ts';
import { stage, workOf } from '../../../lambda/archive/work.ts';
import { ArchiveError, RenderError } from '../../../lambda/errors.ts';
import type { StagedAnalysis } from '../../../lambda/steps/analyse.ts';
import { publishStaged, type StagedPublication } from '../../../lambda/steps/publish.ts';
import { reportBytes } from '../../../lambda/steps/render.ts';
import { calling } from '../../support/called-reports.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const session = '2025-12-31';
const now = '2025-12-31T23:10:00.000Z';
const report = calling(session, 1);
const json = reportBytes(report);
const work = workOf(session, json);
const previous = { session: '2025-12-30', revision: 1, sha256: 'a'.repeat(64) };
const analysis: StagedAnalysis = { status: 'new', revision: 1, work, previous };
const pages = {
  'report.json': json,
  'briefing.html': Buffer.from('<p>page'),
  'briefing.pdf': Buffer.from('%PDF'),
};

let archive: MemoryArchive;
let measured: [string, number][];
beforeEach(() => {
  archive = new MemoryArchive();
  measured = [];
});

const stageAll = (but: readonly string[] = []) =>
  stage(archive, work, new Map(Object.entries(pages).filter(([name]) => !but.includes(name))));
const publish = (more: Partial<StagedPublication> = {}) =>
  publishStaged(
    {
      ...{ session, analysis, pdfFailed: false, scheduledTime: undefined, paper: 'Letter', code: 'code 1' },
      ...{ site: null, ...more },
    },
    { archive, clock: () => now, measure: (name, value) => void measured.push([name, value]) },
  );
const filesOf = async () => {
  const listed = await archive.list(`reports/${session}/r`);
  return listed.map((key) => key.split('/').at(-1));
};
const finalMark = () => archive.texts()[`receipts/final/${session}.json`];

describe('staged pages', () => {
  it('become the revision of their report, found in index, record and site', async () => {
    await stageAll();
    expect(await publish()).toEqual({ status: 'published', revision: 1 });
    const { manifest } = await readRevision(archive, session, 1);
    expect(manifest).toMatchObject({
      ...{
        edition: 'TNA',
        session,
        revision: 1,
        publishedAt: now,
        code: 'code 1',
        previous,
        paper: 'Letter',
      },
      snapshot: { id: report.snapshot, key: `snapshots/${session}/${report.snapshot}/snapshot.json` },
    });
    // Everything that is listed is there, and the other way round.
    expect(await filesOf()).toEqual([...Object.keys(manifest.files), 'manifest.json'].sort());
    expect(Object.keys(manifest.files).sort()).toEqual([
      ...['briefing.html', 'briefing.pdf', 'figures.js', 'figures.parquet', 'report.json'],
    ]);
    for (const key of Object.values(manifest.schemas!)) expect(archive.texts()).toHaveProperty([key]);
    expect((await indexEntries(archive)).map((one) => one.session)).toEqual([session]);
    expect((await readChain(archive)).records).toMatchObject([{ session, revision: 1, side: 1 }]);
    for (const key of ['index.html', '2025/index.html', `reports/${session}/index.html`, 'feed.json'])
      expect(archive.texts()).toHaveProperty([key]);
    expect(measured).toEqual([['published', 1]]);
  });

  it('without a PDF that is known to have failed are published without it', async () => {
    await stageAll(['briefing.pdf']);
    expect(await publish({ pdfFailed: true })).toMatchObject({ status: 'published' });
    expect(await filesOf()).not.toContain('briefing.pdf');
  });

  it.each([
    ['the PDF', ['briefing.pdf'], false],
    ['the HTML', ['briefing.html'], false],
    ['the HTML, where the PDF failed', ['briefing.html'], true],
    ['the report', ['report.json'], false],
  ])('without %s are not published', async (_, but, pdfFailed) => {
    await stageAll(but);
    await expect(publish({ pdfFailed })).rejects.toThrow(RenderError);
    expect(await archive.list('reports/')).toEqual([]);
    expect(measured).toEqual([]);
  });

  it('that an earlier attempt published, whose answer was lost, count as published', async () => {
    await stageAll();
    await publish();
    expect(await publish()).toEqual({ status: 'published', revision: 1 });
    expect((await readChain(archive)).records).toHaveLength(1);
  });

  it('whose revision another run has are not published, and say so', async () => {
    await stageAll();
    await archive.publish(session, 1, new Map([['manifest.json', Buffer.from('{}')]]));
    await expect(publish()).rejects.toThrow(ArchiveError);
    archive = new MemoryArchive();
    await stageAll();
    const other = reportBytes(calling(session, -1));
    const theirs = workOf(session, other);
    await stage(archive, theirs, new Map([...Object.entries(pages), ['report.json', other]]));
    await publish({ analysis: { ...analysis, work: theirs } });
    const before = archive.texts();
    expect(await publish()).toEqual({ status: 'taken', revision: 1 });
    expect(archive.texts()).toEqual(before);
  });
});

describe('a revision that is published already', () => {
  it('is made findable, where the run that published it died before', async () => {
    await stageAll();
    await publish();
    const whole = archive.texts();
    const died = new MemoryArchive();
    for (const [key, text] of Object.entries(whole))
      if (/^(reports\/[^/]+\/r1|schema)\//.test(key))
        await died.putNew(key, Buffer.from(text, key.endsWith('.parquet') ? 'latin1' : 'utf8'));
    archive = died;
    measured = [];
    const already: StagedAnalysis = { ...analysis, status: 'already published', work: '', previous: null };
    expect(await publish({ analysis: already })).toEqual({ status: 'already published', revision: 1 });
    const {
      [`${work}report.json`]: _,
      [`${work}briefing.html`]: __,
      [`${work}briefing.pdf`]: ___,
      ...rest
    } = whole;
    expect(archive.texts()).toEqual(rest);
    expect(measured).toEqual([['published', 0]]);
  });
});

describe('a run after exchanges have corrected their closes', () => {
  // 20:15 in New York is 01:15 UTC of the next day.
  it.each([
    ['2026-01-01T01:15:00.000Z', true],
    ['2026-01-01T01:14:59.000Z', false],
    [undefined, false],
  ])('scheduled for %s notes its revision as final: %s', async (scheduledTime, noted) => {
    await stageAll();
    await publish({ scheduledTime });
    expect(finalMark() !== undefined).toBe(noted);
    if (noted) expect(JSON.parse(finalMark()!)).toMatchObject({ session, revision: 1, at: now });
  });

  it('notes the revision that it found published, too', async () => {
    await stageAll();
    await publish();
    const already: StagedAnalysis = { ...analysis, status: 'already published', work: '', previous: null };
    await publish({ analysis: already, scheduledTime: '2026-01-01T01:15:00.000Z' });
    expect(JSON.parse(finalMark()!)).toMatchObject({ revision: 1 });
  });
});

it('a site that cannot be written leaves the briefing published, and says what went wrong', async () => {
  await stageAll();
  const update = archive.update.bind(archive);
  const failing = (error: unknown) => {
    archive.update = (key, change) => (key === 'data/2025.js' ? Promise.reject(error) : update(key, change));
  };
  failing(new ArchiveError('the disk is full'));
  expect(await publish()).toEqual({
    ...{ status: 'published', revision: 1 },
    siteFailure: { Error: 'ArchiveError', Cause: 'the disk is full' },
  });
  expect((await indexEntries(archive)).map((one) => one.session)).toEqual([session]);
  failing('a word');
  expect(await publish()).toMatchObject({ siteFailure: { Error: 'unknown error', Cause: 'a word' } });
});
