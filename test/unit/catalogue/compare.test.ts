import { expect, it } from 'vitest';
import { byId, compareFigures, differs } from '../../../lambda/catalogue/compare.ts';
import { heldPosition } from '../../../lambda/catalogue/position.ts';
import { type RevisionFigures, revisionFiguresOf } from '../../../lambda/catalogue/revision-figures.ts';
import { reportOf } from '../../support/site-archive.ts';

/** As older files had them. */
const made = (units: NonNullable<RevisionFigures['units']>): RevisionFigures => ({
  ...revisionFiguresOf(reportOf({ session: '2026-01-05' })),
  reasons: ['no bar'],
  fund: 'FFF',
  underlying: 'UUU',
  groups: [],
  units,
});

it('two briefings are compared figure by figure, each side with its status and reason', () => {
  const a = made({ usd: { 'close.A': [10], gone: [1] }, word: { state: ['up'] } });
  const b = made({
    usd: { 'close.A': [12.5, 'proxy'] },
    word: { state: [null, 'missing', '2026-01-05', 0] },
  });
  const [close, state, gone] = compareFigures(a, b);
  expect(close).toMatchObject({
    id: 'close.A',
    family: 'close',
    unit: 'usd',
    change: 2.5,
    b: { status: 'proxy' },
  });
  expect(state).toMatchObject({ id: 'state', change: null, b: { value: null, reason: 'no bar' } });
  expect(gone).toMatchObject({ id: 'gone', b: null, change: null });
  expect(compareFigures(a, a).some(differs)).toBe(false);
  expect(compareFigures(a, b).every(differs)).toBe(true);
});

it('a position is shares times the figures of the briefing, by hand', () => {
  const figures = made({
    usd: {
      'close.FFF': [50],
      'ladder.FFF.pivot.UUU.R1': [52],
      'ladder.FFF.pivot.UUU.S1': [null, 'missing', '2026-01-05', 0],
      'scenario.FFF.-3': [45.5],
    },
    fraction: { 'return.FFF.1d': [0.25], 'loss.FFF.-3': [-0.09] },
  });
  expect(heldPosition(figures, byId(figures), 100, 1000)).toEqual({
    lines: [
      // 50 after a rise by a quarter was 40: ten dollars a share.
      { name: 'Close; change on the day', price: 50, value: 5000, change: 1000 },
      { name: 'Pivot R1', price: 52, value: 5200, change: 200 },
      { name: 'UUU −3 % in a day', price: 45.5, value: 4550, change: -450 },
    ],
    // 4.5 dollars a share: 222 shares lose 999.
    left: 'A fall of UUU by 3 % in a day would cost that much at 222 shares; you have 100.',
  });
  expect(heldPosition(made({}), new Map(), 100, 0)).toEqual({ lines: [], left: null });
});
