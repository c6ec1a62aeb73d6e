import { describe, expect, it } from 'vitest';
import {
  type ComparedReport,
  carryChanged,
  changesSince,
  countRevisions,
  reportedBefore,
} from '../../../../lambda/briefing/changes.ts';
import { Words } from '../../../../lambda/briefing/words/sentence.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../lambda/report/plain-text.ts';
import { type HandMade, handMadeBook, plainSpaces } from '../../../support/hand-made-book.ts';

type Values = HandMade['values'];
const always = { 'return.IWM.1d': 0.001 };

function changes(then: Values, now: Values, published?: ComparedReport): string[] {
  const before = handMadeBook({ values: { ...always, ...then } });
  const book = handMadeBook({ values: { ...always, ...then, ...now } });
  const reported = reportedBefore(before, published ?? null);
  carryChanged(book, before, reported);
  const revised = published === undefined ? [] : countRevisions(book, before, published);
  return changesSince(new Words(book), before, reported, tna, revised).map((sentence) =>
    plainSpaces(plainText(sentence)),
  );
}

describe('what changed since the session before', () => {
  it.each([
    [
      'leadership that ends',
      { 'rotation.state': 'small-cap leadership', 'rotation.score': 14 },
      { 'rotation.state': 'no clear leadership', 'rotation.score': 6 },
      'Rotation: small-cap leadership ends with the score at +6.',
    ],
    [
      'leadership that begins',
      { 'rotation.state': 'no clear leadership', 'rotation.score': -20 },
      { 'rotation.state': 'large-cap leadership', 'rotation.score': -28.3 },
      'Rotation: no clear leadership gives way to large-cap leadership with the score at −28.',
    ],
    [
      'a close that falls through its average',
      { 'close.IWM.vs50': 0.001, 'sma.IWM.50': 246 },
      { 'close.IWM.vs50': -0.002, 'sma.IWM.50': 246.05 },
      'IWM closes below its 50-session average, 246.05, having been above.',
    ],
    [
      'relative strength that crosses',
      { 'rs.IWM:QQQ.vs200': -0.001 },
      { 'rs.IWM:QQQ.vs200': 0.0071 },
      'IWM against QQQ crosses above its 200-session average, now 0.71 % above.',
    ],
    [
      'highs, in one sentence',
      { 'high52w.IWM': 250, 'high52w.SPY': 690, 'high52w.QQQ': 630 },
      { 'high52w.IWM': 251.5, 'high52w.SPY': 691 },
      'IWM and SPY set 52-week highs, 251.50 and 691.00.',
    ],
    ['a low', { 'low52w.SPY': 480 }, { 'low52w.SPY': 470 }, 'SPY sets a 52-week low, 470.00.'],
    [
      'a run that ends',
      { 'streak.IWM:SPY': -6 },
      { 'streak.IWM:SPY': 1 },
      'IWM’s run of six sessions behind SPY ends.',
    ],
    [
      'a better rank',
      { 'rank.IWM.21d': 5, 'rank.IWM.21d.of': 5 },
      { 'rank.IWM.21d': 3 },
      'IWM rises from fifth to third of five benchmarks by 21-session return.',
    ],
    [
      'a target that moved',
      { 'macro.fedfunds.upper': 0.04 },
      { 'macro.fedfunds.upper': 0.0375 },
      'The upper end of the Fed funds target is 3.75 %, 4.00 % before.',
    ],
    [
      'quadrants, by destination',
      {
        'map.IWM:SPY.quadrant': 'lagging',
        'map.KRE:SPY.quadrant': 'leading',
        'map.XLF:SPY.quadrant': 'lagging',
      },
      {
        'map.IWM:SPY.quadrant': 'improving',
        'map.KRE:SPY.quadrant': 'weakening',
        'map.XLF:SPY.quadrant': 'improving',
      },
      'On the rotation map against SPY: KRE now weakening; IWM and XLF now improving.',
    ],
  ])('%s', (_, then, now, expected) => {
    expect(changes(then, now)).toEqual([expected]);
  });

  it.each([
    ['nothing', {}, {}],
    ['a level that stands where it stood', { 'close.IWM.vs50': 0.001 }, { 'close.IWM.vs50': 0.002 }],
    ['a run of two', { 'streak.IWM:SPY': 2 }, { 'streak.IWM:SPY': -1 }],
    ['a run that goes on', { 'streak.IWM:SPY': 4 }, { 'streak.IWM:SPY': 5 }],
    ['a high that falls out of the window', { 'high52w.IWM': 251 }, { 'high52w.IWM': 249 }],
    ['a figure that went missing', { 'rank.IWM.21d': 2 }, { 'rank.IWM.21d': null }],
  ])('%s is not material', (_, then, now) => {
    expect(changes(then, now)).toEqual(['Nothing material changed.']);
  });

  it('is not said of a day that is not known', () => {
    expect(changes({}, { 'return.IWM.1d': null })).toEqual([
      'What changed cannot be said: made missing by hand.',
    ]);
  });

  it('names the series whose published figures would read differently, beyond rounding', () => {
    const then = { 'return.SPY.21d': 0.012, 'return.IWM.21d': 0.02 };
    const values = { 'return.SPY.21d': 0.013, 'return.IWM.21d': 0.02 * (1 + 1e-12) };
    const published = { session: '2025-12-30', figures: handMadeBook({ values }).toRecord() };
    expect(changes(then, {}, published)).toEqual([
      'Data were revised in SPY: 1 figure of the last briefing would read differently now.',
    ]);
  });
});
