import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../../lambda/rendering/view/mail-length.ts';
import type { Report, Sentence } from '../../../../lambda/report/schema.ts';
import { dispatchOf, mailTo } from '../../../support/mail.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const sentence = (text: string, ...figures: string[]): Sentence => ({ parts: [text], figures });

/** A quiet session: IWM moved by less than the expected 1.03 %, and the one sentence about changes quotes no figure. */
function quietReport(change: (report: Report) => void = () => undefined): Report {
  const report: Report = structuredClone(sampleReport());
  Object.assign(report.front.changes, { items: [sentence('Nothing material changed.')] });
  change(report);
  return report;
}
const set = (id: string, value: number | null) => (report: Report) =>
  Object.assign(report.figures[id]!, { value });

describe('a session', () => {
  it.each<[string, (report: Report) => unknown, boolean]>([
    ['without a change, within one standard deviation', () => undefined, true],
    ['that moved by exactly one', set('return.IWM.1d', -0.0103), true],
    ['that moved by more', set('return.IWM.1d', 0.01031), false],
    ['whose move is missing', set('return.IWM.1d', null), false],
    ['whose expected move is missing', set('expected.IWM.1d', null), false],
    [
      'with a change',
      ({ front }) => front.changes.items.push(sentence('IWM crosses its average.', 'sma.IWM.50')),
      false,
    ],
    [
      'with a notice about its prices',
      ({ front }) => front.notices.push(sentence('Two sources differ.')),
      false,
    ],
    ['that is incomplete', ({ marks }) => Object.assign(marks, { incomplete: true }), false],
  ])('%s is quiet or not', (_, change, quiet) => {
    expect(isQuiet(quietReport(change))).toBe(quiet);
  });
});

it('the mail of a quiet session has verdict, key figures and next event in fifteen lines', async () => {
  const report = quietReport();
  const { text, html } = await mailTo(dispatchOf(report));
  const [body = ''] = text.split('\nThe whole briefing:');
  expect(body.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(15);
  for (const { label } of report.front.keys) expect(body).toContain(label);
  expect(body).toContain('Nothing material changed');
  expect(html).not.toContain('<img');
  const eventful = await mailTo(dispatchOf(quietReport(set('return.IWM.1d', 0.04))));
  expect(eventful.html.length).toBeGreaterThan(html.length);
  for (const { parts } of report.front.supporting) expect(eventful.text).toContain(parts[0]);
});
