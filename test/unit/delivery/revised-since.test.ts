import { describe, expect, it } from 'vitest';
import { addToIndex } from '../../../lambda/archive/index.ts';
import { readRevision } from '../../../lambda/archive/revisions.ts';
import { indexEntryOf } from '../../../lambda/catalogue/index-entry.ts';
import { revisedSince } from '../../../lambda/delivery/revised-since.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { dispatchOf, mailTo } from '../../support/mail.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishSample } from '../../support/published-sample.ts';
import { sampleReport } from '../../support/sample-report.ts';

const evening = '2025-12-30T22:50:00.000Z';
const morning = '2025-12-31T13:30:00.000Z';

/** Publishes a revision of a session in which some figures differ, and lists it in the index. */
async function publish(
  archive: MemoryArchive,
  session: string,
  revision: number,
  at: string,
  ...changed: string[]
): Promise<void> {
  const report: Report = { ...structuredClone(sampleReport()), session, revision };
  for (const id of changed) Object.assign(report.figures[id]!, { value: 0.5 });
  await publishSample(archive, at, undefined, report);
  const { manifest } = await readRevision(archive, session, revision);
  await addToIndex(archive, [indexEntryOf(report, manifest)]);
}

/** What the mail of 31 December says to a reader who was sent these revisions at these instants. */
const toldOf = (
  archive: MemoryArchive,
  sent: Readonly<Record<string, readonly [revision: number, at: string]>>,
) =>
  revisedSince(archive, '2025-12-31', {
    seen: async (session) => {
      const [revision, at] = sent[session] ?? [];
      return revision === undefined || at === undefined ? null : { revision, at };
    },
    revision: (session, number) => readRevision(archive, session, number),
  });

describe('what was revised since the last mail', () => {
  it('is every figure that differs at printed precision from what the reader was sent', async () => {
    const archive = new MemoryArchive();
    await publish(archive, '2025-12-29', 1, '2025-12-29T22:50:00.000Z');
    await publish(archive, '2025-12-29', 2, morning, 'return.SPY.ytd');
    await publish(archive, '2025-12-30', 1, evening);
    await publish(archive, '2025-12-30', 2, morning, 'gap.TNA.21d.cost', 'rotation.component.credit');
    const sent = { '2025-12-29': [1, '2025-12-29T22:51:00.000Z'], '2025-12-30': [1, evening] } as const;
    const revised = await toldOf(archive, sent);
    expect(revised).toEqual({ since: '2025-12-30', figures: 3, sessions: ['2025-12-30', '2025-12-29'] });
    const { text, html } = await mailTo(dispatchOf(sampleReport(), { revised }));
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Since the mail of Tue Dec 30, 2025, 3 figures of earlier briefings were revised (Tue Dec 30, Mon Dec 29). https://briefing.example.org/corrections.html',
    );
    expect(html).toContain('href="https://briefing.example.org/corrections.html"');
  });

  it.each<[string, Record<string, readonly [number, string]>]>([
    ['the reader was sent the revision itself', { '2025-12-30': [2, morning] }],
    ['the last mail came with the revision', { '2025-12-30': [1, morning] }],
    ['the last mail came after the revision', { '2025-12-30': [1, '2025-12-31T14:00:00.000Z'] }],
    ['the reader had no mail yet', {}],
  ])('is nothing where %s', async (_, sent) => {
    const archive = new MemoryArchive();
    await publish(archive, '2025-12-30', 1, evening);
    await publish(archive, '2025-12-30', 2, morning, 'gap.TNA.21d.cost');
    expect(await toldOf(archive, sent)).toBeNull();
  });

  it('is found in the year before, too', async () => {
    const archive = new MemoryArchive();
    await publish(archive, '2024-12-31', 1, evening);
    await publish(archive, '2024-12-31', 2, morning, 'gap.TNA.21d.cost');
    expect(await toldOf(archive, { '2024-12-31': [1, evening] })).toMatchObject({ figures: 1 });
  });
});
