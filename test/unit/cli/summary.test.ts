import { expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { machineSummary, summaryOf } from '../../../lambda/cli/summary.ts';
import { Terminal } from '../../../lambda/cli/terminal.ts';
import { shortText } from '../../../lambda/delivery/short-text.ts';
import type { Report, Sentence } from '../../../lambda/report/schema.ts';
import type { RunResult } from '../../../lambda/runs/publish-run.ts';
import { dispatchOf, mailTo } from '../../support/mail.ts';
import { sampleReport } from '../../support/sample-report.ts';

const said = (text: string, ...figures: string[]): Sentence => ({ parts: [text], figures });
const record = 'The score describes and does not predict: 220 separate 21-session spans.';
const alarm = 'TNA is 2.68 points above three times IWM’s return on the day.';

const sample = sampleReport();
const report: Report = {
  ...sample,
  front: {
    ...sample.front,
    supporting: [...sample.front.supporting, said(record, 'rotation.score')],
    notices: [said(alarm)],
  },
};
const archive = new FolderArchive('/archive');
const made = {
  report,
  status: 'published',
  byAnotherRun: false,
  manifest: {
    edition: 'TNA',
    session: report.session,
    revision: 1,
    files: {},
    snapshot: { id: 'x', key: 'snapshots/x' },
  },
} as unknown as RunResult;

it('the summary has the score with its record, and the warnings about prices', () => {
  const text = summaryOf(made, archive, new Terminal()).replace(/\s+/g, ' ');
  expect(text).toContain(record);
  expect(text).toContain(alarm);
});

it('so does the summary for machines, with the status of every key figure', () => {
  const summary = machineSummary(made, archive);
  expect(summary).toMatchObject({ notices: [alarm], supporting: expect.arrayContaining([record]) });
  for (const key of summary.keys as { status: string }[])
    expect(key.status).toMatch(/fresh|stale|proxy|missing/);
});

it('so do the mail and the short text', async () => {
  const { text, html } = await mailTo(dispatchOf(report));
  for (const part of [text, html, shortText(report).text]) {
    const words = part.replace(/\s+/g, ' ');
    expect(words).toContain(record);
    expect(words).toContain(alarm);
  }
});

it.each([
  [{ status: 'stale', asOf: '2025-12-29' }, 'stale, as of'],
  [{ status: 'proxy' }, 'by a proxy'],
] as const)('a key figure that is %j says so in the summary and in the messages', async (flaw, words) => {
  const id = report.front.keys[0]?.figure ?? '';
  const flawed = {
    ...report,
    front: { ...report.front, keys: report.front.keys.slice(0, 1) },
    figures: { ...report.figures, [id]: { ...report.figures[id], ...flaw } },
  } as Report;
  const summary = summaryOf({ ...made, report: flawed }, archive, new Terminal()).replace(/\s+/g, ' ');
  expect(summary).toContain(words);
  const { text } = await mailTo(dispatchOf(flawed));
  for (const part of [text, shortText(flawed).text]) expect(part.replace(/\s+/g, ' ')).toContain(words);
});
