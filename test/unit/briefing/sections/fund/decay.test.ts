import { describe, expect, it } from 'vitest';
import { decayTable } from '../../../../../lambda/briefing/sections/fund/decay.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import { type HandMade, handMadeWords, plainSpaces } from '../../../../support/hand-made-book.ts';

type Values = HandMade['values'];

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
