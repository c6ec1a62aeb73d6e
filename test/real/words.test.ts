import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compose } from '../../lambda/briefing/compose.ts';
import { formatFigure } from '../../lambda/briefing/words/format.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import { report as schema } from '../../lambda/report/schema.ts';
import { plainSpaces } from '../support/hand-made-book.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { referencesOf } from '../support/reference-values.ts';
import { headerOf, sentencesOf } from '../support/sentences.ts';
import { describeShared, references, sharedDir } from '../support/shared.ts';
import { verdictFaults } from '../support/verdict-rules.ts';

const hole = /\b(null|undefined|NaN)\b|n\/a|,,|,:|\.\.| [,.;]| {2}/;

describeShared('the words of real sessions', () => {
  let real: Panel | undefined;
  const panel = () => {
    real ??= panelOfReal(realMarket());
    return real;
  };
  const all = referencesOf(join(sharedDir, references));

  it.each(all.map(({ session, figures }) => [session, figures] as const))('%s', (session, expected) => {
    const report = compose(panel(), headerOf(session));
    expect(() => schema.parse(report)).not.toThrow();
    const json = JSON.stringify(report);
    expect(json.length).toBeLessThan(850_000);
    expect(gzipSync(json).length).toBeLessThan(130_000);

    const [market, fund] = report.front.supporting.map(plainText);
    const verdict = plainText(report.front.verdict);
    const printed = (id: string, sign?: 'never') =>
      formatFigure(id, { ...report.figures[id]!, value: expected[id] ?? null }, sign);
    for (const symbol of ['SPY', 'QQQ'])
      expect(market).toContain(`${symbol} ${printed(`return.${symbol}.1d`)}`);
    for (const symbol of ['IWM', 'TNA'])
      if (expected[`return.${symbol}.1d`] !== null && expected[`return.${symbol}.1d`] !== undefined)
        expect(verdict).toContain(`${symbol} ${printed(`return.${symbol}.1d`)}`);
    expect(verdictFaults(plainSpaces(verdict))).toEqual([]);
    const rotation = report.sections.find(({ id }) => id === 'rotation')!;
    const prose = rotation.blocks.find(({ id }) => id === 'score');
    const score = prose?.kind === 'prose' ? plainText(prose.sentences[0]!) : '';
    expect(score).toContain(`is ${printed('rotation.score')} of ±100`);
    const record = (part: string) => printed(`rotation.record.21d${part}`);
    expect(score).toContain(
      `${record('.apart')} separate 21-session spans, correlation ${record('')}, 95\u202f% ${record('.low')} to ${record('.high')}.`,
    );
    if (expected['return.TNA.21d'] !== null) expect(fund).toContain(printed('return.TNA.21d', 'never'));

    const rose = Number(expected['excess.IWM:SPY.1d'] ?? 0) > 0;
    expect(verdict).not.toMatch(rose ? /\b(trail|more than|rise less)\b/ : /\b(beat|fall less)\b/);
    for (const sentence of sentencesOf(report)) expect(plainText(sentence)).not.toMatch(hole);
  });
});
