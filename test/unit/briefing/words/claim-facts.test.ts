import { describe, expect, it } from 'vitest';
import { idsOf, inputsOf } from '../../../../lambda/analytics/verdict.ts';
import { claimFacts } from '../../../../lambda/briefing/words/claim-facts.ts';
import { inputName } from '../../../../lambda/briefing/words/claim-names.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import { handMadeWords, plainSpaces } from '../../../support/hand-made-book.ts';

type Values = Readonly<Record<string, number | string | null>>;
const facts = (number: string, values: Values) => {
  const claim = tna.claims.rows.find((row) => row.number === number)!;
  const said = claimFacts(handMadeWords(values), tna, claim);
  return said === null ? null : plainSpaces(plainText(said));
};

describe('the sentence of a claim', () => {
  it.each<[string, string, Values, string]>([
    [
      'a count of leads runs on over one pair',
      '01',
      {
        ...{ 'claim.01': 'not supported', 'excess.IWM:MEGA.63d': -0.012 },
        ...{ 'excess.IWM:MEGA.21d': -0.0014, 'excess.IWM:MEGA.126d': -0.1073 },
      },
      '0 of 3: IWM is 1.20 points behind the mega-caps over 63 sessions, 0.14 behind over 21 sessions, 10.73 behind over 126 sessions.',
    ],
    [
      'a lead that is asked to be behind says so',
      '05',
      {
        ...{ 'claim.05': 'supported', 'excess.RSP:SPY.63d': 0.01 },
        ...{ 'excess.MEGA:RSP.63d': -0.02, 'excess.IWM:SPY.63d': 0.03 },
      },
      '3 of 3: RSP is 1.00 points ahead of SPY over 63 sessions; the mega-caps are 2.00 points behind RSP over 63 sessions (asked behind); IWM is 3.00 points ahead of SPY over 63 sessions.',
    ],
    [
      'a mixed count names what is not met, and what is not known',
      '20',
      {
        ...{ 'claim.20': 'mixed', 'macro.corecpi.yoy': 0.026, 'macro.corecpi.yoy.before': 0.031 },
        ...{ 'macro.unrate.abovelow': 0.5, 'macro.gdp.saar': 0.044, 'macro.sahm': null },
      },
      '2 of 4 met, 1 not known: core CPI over the year 2.6 % (asked below 3.1 %, three months before); unemployment above its low of a year 0.5 points (asked at most 0.3 points); real GDP +4.4 % (asked above 1.0 %); Sahm reading not known; not met: unemployment above its low of a year.',
    ],
    [
      'a value that prints like its limit says which way it went',
      '13',
      {
        ...{ 'claim.13': 'not supported', 'macro.corecpi.yoy': 0.0284, 'macro.corecpi.yoy.before': 0.0281 },
        ...{ 'macro.cpi.yoy': 0.0279, 'macro.cpi.yoy.before': 0.0281 },
      },
      '1 of 4 met, 2 not known: core CPI over the year 2.8 % (asked below 2.8 %, three months before: just missed); CPI over the year 2.8 % (asked below 2.8 %, three months before: just met); core PCE over the year not known; core CPI of 3 months not known.',
    ],
    [
      'a scale has both limits',
      '04',
      { 'ai.gauge': 56 },
      'Gauge of enthusiasm 56; at most 40 supports, at least 60 does not.',
    ],
    ['a scale that is not known has none', '28', {}, 'Price over earnings not known.'],
    [
      'a difference has the unit of the number that leads',
      '39',
      { 'cost.TNA.252d.rate': 0.11, 'cost.margin.252d': 0.114, 'claim.39.lead': -0.004 },
      'Yearly cost of TNA less cost of a margin loan −0.40 %; at most 0 supports, at least 1.00 % does not.',
    ],
    [
      'cases have the limits of each figure',
      '10',
      { 'near.TNA.5d': 0.97, 'near.TNA.63d': 0.12 },
      'Spans of 5 sessions within a point of three times 97 % (at least 95 % supports, below 85 % does not); spans of 63 sessions within a point of three times 12 % (at most 50 % supports).',
    ],
    [
      'a word stands behind a colon, without a limit',
      '17',
      { 'rotation.state': 'no clear leadership', 'rotation.age': 4, 'rs.IWM:SPY.vs50': -0.0043 },
      'State of the rotation: no clear leadership; sessions in it 4 (at most 21 supports); IWM:SPY against its 50-session average −0.43 % (at most 0 does not).',
    ],
    [
      'nothing that can be measured says why',
      '09',
      {},
      'An opinion without a target or a horizon cannot be held to anything; claim 60 holds our own stance to its record.',
    ],
  ])('of %s', (_, number, values, sentence) => {
    expect(facts(number, { ...values })).toBe(sentence);
  });

  it('has a name for every figure that a claim reads or leads with', () => {
    for (const { rule, instead, lead } of tna.claims.rows) {
      const ids = [
        ...inputsOf(rule),
        ...(instead === undefined ? [] : inputsOf(instead.rule)),
        ...(lead === null ? [] : idsOf(lead)),
      ].filter((id) => !id.startsWith('excess.') && id !== 'cyclicals.63d');
      for (const id of ids) expect(inputName(tna, id).length, id).toBeGreaterThan(3);
    }
    expect(() => inputName(tna, 'unheard.IWM')).toThrow('no name');
  });
});
