import { expect, it } from 'vitest';
import type { Context } from '../../../lambda/briefing/sections/context.ts';
import { gaps } from '../../../lambda/briefing/sections/methods/gaps.ts';
import { plain } from '../../../lambda/briefing/words/sentence.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { type HandMade, handMadeBook, readable } from '../../support/hand-made-book.ts';

const told = (values: HandMade['values'], reasons: readonly (readonly [ids: RegExp, reason: string])[]) => {
  const book = handMadeBook({ values: {} });
  for (const [id, value] of Object.entries(values)) {
    const reason = reasons.find(([ids]) => ids.test(id))?.[1];
    book.add(id, value, {
      ...{ unit: 'fraction', asOf: '2025-12-31', method: 'by hand', inputs: [], source: 'hand' },
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return gaps({ book, edition: tna } as unknown as Context).sentences.map((sentence) =>
    readable(plain(sentence)),
  );
};

it('several series do not reach back, one does not', () => {
  const reasons = [
    [/TNA/, 'TNA does not reach back over 1y'],
    [/TZA/, 'TZA does not reach back over 1y'],
  ] as const;
  expect(told({ 'return.TNA.1y': null, 'return.TZA.1y': null }, reasons)).toEqual([
    'Missing: TNA and TZA do not reach back over 1y (2 figures).',
  ]);
  expect(told({ 'return.TNA.1y': null }, reasons)).toEqual([
    'Missing: TNA does not reach back over 1y (1 figure).',
  ]);
});

it('a reading whose day of publication is told lacks no usual date', () => {
  const dated = { 'macro.cpi.yoy.knownsince': '2025-12-18', 'macro.cpi.yoy.usualdate': null };
  expect(told(dated, [[/usualdate/, 'published on 2025-12-18']])).toEqual([
    'Every figure is there, and none rests on a stand-in.',
  ]);
  const undated = { 'macro.cpi.yoy.knownsince': null, 'macro.cpi.yoy.usualdate': null };
  expect(told(undated, [[/./, 'no data for CPIAUCSL']])).toEqual([
    'Missing: no data for CPIAUCSL (2 figures).',
  ]);
});
