import { describe, expect, it } from 'vitest';
import { decayTable, risksOfHolding } from '../../../../../lambda/briefing/sections/fund/decay.ts';
import { said } from '../../../../../lambda/briefing/words/sentence.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import { type HandMade, handMadeWords, plainSpaces } from '../../../../support/hand-made-book.ts';

type Values = HandMade['values'];

describe('the variance ratio', () => {
  const told = (ratio: number) => {
    const values: Values = {
      'efficiency.IWM.21d': 0.03,
      'varianceratio.IWM.252d': ratio,
      'varianceratio.IWM.252d.error': 0.138,
    };
    return plainSpaces(
      said(risksOfHolding(handMadeWords(values), tna))
        .map(plainText)
        .join(' '),
    );
  };

  it('says nothing of the days within two errors of one', () => {
    for (const ratio of [0.73, 0.81, 1, 1.27]) {
      expect(told(ratio)).toContain('not told apart from one by its standard error of ');
      expect(told(ratio)).not.toContain('tended');
    }
  });

  it('says which way days tended beyond, and its error', () => {
    expect(told(0.7)).toMatch(/with a standard error of .*: days tended to reverse\.$/);
    expect(told(1.3)).toMatch(/with a standard error of .*: days tended to carry on\.$/);
  });
});

describe('the outcome table', () => {
  const notes = (values: Values) =>
    decayTable(handMadeWords(values), tna).notes.map((note) => plainSpaces(plainText(note)));

  it('says what costs are now, which it leaves out', () => {
    expect(notes({ 'td.TNA.252d': -0.110499 })).toEqual([
      'Costs and tracking, which the table leaves out, took 11.05 points over the last 252 sessions.',
    ]);
    expect(notes({ 'td.TNA.252d': 0.004 })[0]).toContain('added 0.40 points');
    expect(notes({ 'td.TNA.252d': null })).toEqual([]);
  });
});

it('a history that begins late makes no record of all time', () => {
  const told = (values: Values) =>
    plainSpaces(plainText(said(risksOfHolding(handMadeWords(values), tna))[0]!));
  expect(told({ 'drawdown.TNA.now': 0 })).toBe('TNA closes at the highest of its data.');
  expect(told({ 'drawdown.TNA.now': -0.577, 'recover.TNA': 1.364 })).toContain(
    'below the highest close of its data',
  );
});

describe('the breakeven', () => {
  const told = (values: Values) =>
    plainSpaces(
      said(risksOfHolding(handMadeWords(values), tna))
        .map(plainText)
        .join(' '),
    );

  it('stands with and without the costs of the last year', () => {
    const both = { 'breakeven.TNA.21d': 0.001704, 'breakeven.TNA.21d.withcosts': 0.004784 };
    expect(told(both)).toBe(
      'At IWM’s volatility of the last 21 sessions IWM would have to return +0.17 % over the next 21 for TNA to be flat before costs, +0.48 % with the costs of the last 252 sessions.',
    );
    expect(told({ ...both, 'breakeven.TNA.21d.withcosts': null })).toMatch(
      /for TNA to be flat before costs\.$/,
    );
  });
});
