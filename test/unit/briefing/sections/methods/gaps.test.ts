import { expect, it } from 'vitest';
import type { Context } from '../../../../../lambda/briefing/context.ts';
import { gapsProse } from '../../../../../lambda/briefing/sections/methods/gaps.ts';
import { Words } from '../../../../../lambda/briefing/words/sentence.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import type { Reason } from '../../../../../lambda/series/reason.ts';
import { type HandMade, handMadeBook, plainSpaces } from '../../../../support/hand-made-book.ts';

interface AtHand {
  readonly filed?: boolean;
  readonly held?: readonly string[];
  readonly dated?: readonly string[];
}

const fields = {
  unit: 'fraction',
  asOf: '2025-12-31',
  method: 'by hand',
  inputs: [],
  sources: ['hand'],
} as const;

const wordsOf = (
  values: HandMade['values'],
  reasons: readonly (readonly [ids: RegExp, reason: Reason])[],
  { filed = true, held = tna.holdings, dated = ['events:releases', 'events:earnings'] }: AtHand = {},
) => {
  const book = handMadeBook({ values: {} });
  for (const [id, value] of Object.entries(values)) {
    const reason = reasons.find(([ids]) => ids.test(id))?.[1];
    book.add(id, value, {
      ...fields,
      ...(reason === undefined ? {} : { reasons: [reason] }),
    });
  }
  const view = { panel: { disclosures: { holdings: new Map([...held].map((fund) => [fund, {}])) } } };
  const provenance = dated.map((key) => ({ key, status: 'fresh' }));
  const header = { provenance, flags: [] };
  if (filed) book.add(`capex.${tna.basket.id}.q`, 1, fields);
  return gapsProse({
    book,
    words: new Words(book),
    edition: tna,
    view,
    header,
  } as unknown as Context).sentences.map((sentence) => plainSpaces(plainText(sentence)));
};

it('several series do not reach back, one does not', () => {
  const reasons = [
    [/TNA/, { code: 'too-young', subject: 'TNA', window: '1y' }],
    [/TZA/, { code: 'too-young', subject: 'TZA', window: '1y' }],
  ] as const;
  expect(wordsOf({ 'return.TNA.1y': null, 'return.TZA.1y': null }, reasons)).toEqual([
    'Missing: TNA and TZA do not reach back over 1y (2 figures).',
  ]);
  expect(wordsOf({ 'return.TNA.1y': null }, reasons)).toEqual([
    'Missing: TNA does not reach back over 1y (1 figure).',
  ]);
});

it('a reading with a known day of publication lacks no usual date', () => {
  const dated = { 'macro.cpi.yoy.knownsince': '2025-12-18', 'macro.cpi.yoy.usualdate': null };
  expect(wordsOf(dated, [[/usualdate/, { code: 'published-on', day: '2025-12-18' }]])).toEqual([
    'Every figure is there, and none rests on a stand-in.',
  ]);
  const undated = { 'macro.cpi.yoy.knownsince': null, 'macro.cpi.yoy.usualdate': null };
  expect(wordsOf(undated, [[/./, { code: 'no-data', subject: 'CPIAUCSL' }]])).toEqual([
    'Missing: no data for CPIAUCSL (2 figures).',
  ]);
});

it('what has no figures while it is not at hand is no praise', () => {
  const fresh = { 'return.TNA.1y': 0.1 };
  expect(wordsOf(fresh, [])).toEqual(['Every figure is there, and none rests on a stand-in.']);
  expect(wordsOf(fresh, [], { filed: false, held: ['TNA'], dated: ['events:earnings'] })).toEqual([
    'Not at hand, for the reasons in their sections: company filings, the holdings of IWM, release dates.',
  ]);
});

it('a claim that cannot be computed is the ledger’s to explain', () => {
  const reasons = [[/claim/, { code: 'same-verdict', sessions: 252 }]] as const;
  expect(wordsOf({ 'claim.07.since': null, 'claim.07.before': null }, reasons)).toEqual([
    'Every figure is there, and none rests on a stand-in.',
  ]);
});
