import { expect, it } from 'vitest';
import { type PrintedChange, restOf } from '../../../../lambda/rendering/view/correction-rest.ts';
import { sampleReport } from '../../../support/sample-report.ts';

/** Changes of figures from one value to another, in a report each. */
function rest(changes: readonly (readonly [id: string, unit: string, from: number, to: number | null])[]) {
  const [old, now] = [structuredClone(sampleReport()), structuredClone(sampleReport())];
  const lines = changes.map(([id, unit, from, to]): PrintedChange => {
    const made = { ...old.figures['close.TNA']!, unit };
    old.figures[id] = { ...made, value: from };
    now.figures[id] = { ...made, value: to };
    return { was: { text: 'a', figure: id }, is: { text: 'b', figure: id } };
  });
  return (extra: readonly PrintedChange[] = []) => restOf([...lines, ...extra], 'mail', { old, now });
}

const moved = rest([
  ['return.A.1d', 'fraction', 0.0101, 0.0099],
  ['excess.A:B.5d', 'fraction', -0.0143, -0.01031],
  ['sma.A.20', 'usd', 251, 251.054],
]);

it('says the largest of each measure, rounded up as printed', () => {
  expect(moved()).toEqual(['3 more figures of this mail changed, none by more than 0.40 points or $0.06.']);
});

it('counts apart what has no size, and does not lose the size of the rest by it', () => {
  const gone = { was: { text: '248.09', figure: 'pivot.A.S2' }, is: undefined };
  const worded = { was: { text: 'as given' }, is: { text: 'one differs' } };
  expect(moved([gone, worded])).toEqual([
    '3 more figures of this mail changed, none by more than 0.40 points or $0.06.',
    '2 lines of this mail are new, gone or in other words.',
  ]);
});

it('has no size of a value that went missing', () => {
  expect(rest([['return.A.1d', 'fraction', 0.01, null]])()).toEqual([
    '1 more line of this mail is new, gone or in other words.',
  ]);
});

it('says the score in its own points, and nothing where nothing is left', () => {
  expect(rest([['rotation.score', '-100..100', 5, 7]])()).toEqual([
    '1 more figure of this mail changed, none by more than 2 of the score.',
  ]);
  expect(rest([])()).toEqual([]);
});
