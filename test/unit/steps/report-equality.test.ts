import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { provisionalNote } from '../../../lambda/sources/parsing/finality.ts';
import { sameBriefing } from '../../../lambda/steps/report-equality.ts';
import { smallData } from '../../e2e-local/support/small-data.ts';
import { smallRun } from '../../e2e-local/support/small-run.ts';
import { temporaryFolder } from '../../support/temporary.ts';

/** Has the strip say something else of the prices. */
function prices(report: Report, text: string): void {
  Object.assign(report.strip.find(({ label }) => label === 'prices')!, { text });
}

describe('whether two reports say the same', () => {
  let root: { path: string; dispose: () => Promise<void> };
  let report: Report;
  beforeAll(async () => {
    root = await temporaryFolder();
    const data = await smallData(join(root.path, 'data'));
    ({ report } = await smallRun(data, new FolderArchive(join(root.path, 'out'))));
    prices(report, 'provisional');
    Object.assign(report.sources[0]!, { note: 'as kept' });
  });
  afterAll(() => root.dispose());

  /** The report with one change, as if it had been read back from its file. */
  const changed = (change: (report: Report) => void): Report => {
    const copy: Report = JSON.parse(JSON.stringify(report));
    change(copy);
    return copy;
  };

  it.each<[string, (report: Report) => void]>([
    ['nothing', () => undefined],
    ['the revision', (it) => void it.revision++],
    ['that no earlier briefing is at hand', (it) => void it.front.changes.items.splice(0)],
    ['the time of collection', (it) => void Object.assign(it, { collectedAt: '2030-01-01T00:00:00.000Z' })],
    ['the snapshot', (it) => void Object.assign(it, { snapshot: 'another' })],
    [
      'payloads, fetch times, row counts and newest dates',
      (it) => {
        for (const source of it.sources)
          Object.assign(source, {
            raw: 'f'.repeat(64),
            fetchedAt: '2030-01-01T00:00:00.000Z',
            rows: 9,
            last: '2030',
          });
        const table = it.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'methods.sources');
        if (table?.kind !== 'table') throw new Error('the report has no table of its sources any more');
        table.subtitle = 'All received at another time';
        table.rows[0]!.cells[3] = { text: '1 Jan 2030' };
      },
    ],
    ['provisional prices that are final now', (it) => prices(it, 'final')],
    [
      'a file that is not used',
      (it) => {
        it.flags.push({ subject: 'folder', code: 'not-used', text: 'notes.txt' });
        it.sections.at(-1)!.blocks.push({ kind: 'prose', id: 'methods.unused', form: 'list', sentences: [] });
      },
    ],
    [
      'the note of a source whose prices are final now',
      (it) => void Object.assign(it.sources[0]!, { note: `${provisionalNote}; ${it.sources[0]!.note}` }),
    ],
    [
      'a count of no revised figures, where the archive had nothing to compare with before',
      (it) => {
        it.figures['revisions.count'] = { ...it.figures['close.IWM']!, value: 0, unit: 'count' };
      },
    ],
  ])('they do when %s changed', (_, change) => {
    expect(sameBriefing(report, changed(change))).toBe(true);
  });

  it.each<[string, (report: Report) => void]>([
    [
      'a figure, by its last digit',
      (it) =>
        void Object.assign(it.figures['close.IWM']!, {
          value: Number(it.figures['close.IWM']!.value) + 1e-12,
        }),
    ],
    ['a status', (it) => void Object.assign(it.figures['close.IWM']!, { status: 'stale' })],
    ['a reason', (it) => void Object.assign(it.figures['close.IWM']!, { reason: 'because' })],
    ['the verdict', (it) => void it.front.verdict.parts.push('!')],
    ['a mark', (it) => void Object.assign(it.marks, { incomplete: true })],
    ['a point of a series', (it) => void Object.values(it.series)[0]!.values.splice(0, 1, -1)],
    ['a flag', (it) => void it.flags.push({ subject: 'bars:IWM', code: 'parser', text: 'odd' })],
    ['how far a source is trusted', (it) => void Object.assign(it.sources[0]!, { status: 'stale' })],
    ['which source gave a series', (it) => void Object.assign(it.sources[0]!, { source: 'another' })],
    ['a word on the prices that is none of time', (it) => prices(it, 'provisional; 2 of the others late')],
    ['how a source was reached', (it) => void Object.assign(it.sources[0]!, { note: 'yahoo: 429' })],
    ['a series that is there', (it) => void it.sources.pop()],
    ['a section', (it) => void it.sections.pop()],
    ['the title of a section', (it) => void Object.assign(it.sections[0]!, { title: 'Another' })],
    ['a word in a section', (it) => void Object.assign(it.sections[0]!.blocks[0]!, { title: 'Another' })],
  ])('they do not when %s changed', (_, change) => {
    expect(sameBriefing(report, changed(change))).toBe(false);
  });
});
