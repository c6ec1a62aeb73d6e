import { expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { compose } from '../../../lambda/briefing/compose.ts';
import { isSession } from '../../../lambda/calendar/nyse.ts';
import { summaryOf } from '../../../lambda/cli/summary.ts';
import { Terminal } from '../../../lambda/cli/terminal.ts';
import { shortText } from '../../../lambda/delivery/short-text.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { panelOf } from '../../../lambda/market-data/panel-of.ts';
import { plainText } from '../../../lambda/report/plain-text.ts';
import type { RunResult } from '../../../lambda/runs/publish-run.ts';
import { madeUpMarket } from '../../support/made-up-market.ts';
import { dispatchOf, mailTo } from '../../support/mail.ts';
import { headerOf, sentencesOf } from '../../support/sentences.ts';

function reportWithoutCredit() {
  const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', 800, 3);
  const without = new Map([...macro].filter(([series]) => series !== 'BAA10Y'));
  const session = sessions.filter(isSession).at(-1)!;
  return compose(panelOf(tna, market, without, []), headerOf(session));
}

it('a score without one of its components says so wherever it, its state or its age is shown', () => {
  const report = reportWithoutCredit();
  expect(report.figures['rotation.score']).toMatchObject({ status: 'proxy' });
  const shown = sentencesOf(report).filter(({ parts }) =>
    parts.some((part) => typeof part !== 'string' && /^rotation\.(score|state|age)$/.test(part.figure)),
  );
  // The verdict, the key, the section's first sentence, and the score.
  expect(shown.length).toBeGreaterThanOrEqual(4);
  for (const sentence of shown) expect(plainText(sentence)).toContain('without credit');
  const alts = report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'chart' && block.id === 'score-history' ? [block.alt] : []));
  expect(alts).toEqual([expect.stringContaining('without credit')]);
});

it('what rests on the scores of the past is a proxy where they never had a component', () => {
  const { figures } = reportWithoutCredit();
  const resting = Object.entries(figures).filter(
    ([id, { status }]) => /^(rotation\.record|stance|study)\./.test(id) && status !== 'missing',
  );
  expect(resting.length).toBeGreaterThan(20);
  for (const [id, figure] of resting)
    expect(figure, id).toMatchObject({ status: 'proxy', reason: expect.stringMatching(/^without credit/) });
});

it('and is none where they have all of them', () => {
  const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', 800, 3);
  const session = sessions.filter(isSession).at(-1)!;
  const { figures } = compose(panelOf(tna, market, macro, []), headerOf(session));
  for (const id of ['rotation.record.5d', 'stance.IWM:SPY.5d.n', 'study.asof'])
    expect(figures[id]?.reason ?? '', id).not.toContain('without');
});

it('the mail and the command’s summary say it with the verdict and with the key figure', async () => {
  const report = reportWithoutCredit();
  const { session } = report;
  const manifest = {
    session,
    revision: 1,
    edition: report.edition.id,
    files: {},
    snapshot: { id: 'x', key: 'x' },
  };
  const made = { report, status: 'published', manifest } as unknown as RunResult;
  const mail = await mailTo(dispatchOf(report));
  const texts = [
    mail.text,
    shortText(report).text,
    summaryOf(made, new FolderArchive('/archive'), new Terminal()),
  ];
  for (const text of texts) {
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain(plainText(report.front.verdict).replace(/\s+/g, ' '));
    expect(words).toMatch(/Rotation score [^.]*without credit/);
  }
  expect(plainText(report.front.verdict)).toContain('without credit');
});
