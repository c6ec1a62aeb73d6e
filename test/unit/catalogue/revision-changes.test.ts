import { expect, it } from 'vitest';
import { revisionChanges } from '../../../lambda/catalogue/revision-changes.ts';
import { reportOf } from '../../support/site-archive.ts';

const first = reportOf({ session: '2026-01-05' });
const [id = ''] = Object.keys(first.figures).filter((one) => typeof first.figures[one]?.value === 'number');
const withFigures = (figures: typeof first.figures) => ({ ...first, figures });

it('a revision counts the figures whose print differs', () => {
  const figure = first.figures[id]!;
  const other = { ...figure, value: Number(figure.value) * 2 + 1 };
  expect(revisionChanges(first, withFigures({ ...first.figures, [id]: other })).figures).toBe(1);
});

it('the largest change is that of a share which the verdict or a key figure has, to a hundredth of a point', () => {
  const later = (changes: Readonly<Record<string, number>>) =>
    withFigures({
      ...first.figures,
      ...Object.fromEntries(
        Object.entries(changes).map(([of, by]) => {
          const figure = first.figures[of]!;
          return [of, { ...figure, value: Number(figure.value) + by }];
        }),
      ),
    });
  const changes = { 'close.TNA': 5, 'return.TNA.1d': 0.0107, 'expected.IWM.1d': -0.00444 };
  expect(revisionChanges(first, later(changes)).largest).toEqual({ id: 'expected.IWM.1d', size: 0.0044 });
  expect(revisionChanges(first, later({ 'close.TNA': 5, 'return.TNA.1d': 0.0107 })).largest).toBeNull();
  const found = later(changes);
  const verdict = { parts: ['TNA'], figures: ['return.TNA.1d'] };
  expect(revisionChanges(first, { ...found, front: { ...found.front, verdict } }).largest).toEqual({
    id: 'return.TNA.1d',
    size: 0.0107,
  });
});

it('a figure that another version of the program adds or drops was not corrected', () => {
  const { [id]: dropped, ...rest } = first.figures;
  const more = withFigures({ ...first.figures, 'new.IWM': dropped! });
  for (const [was, is] of [
    [first, more],
    [more, first],
    [withFigures(rest), first],
  ] as const)
    expect(revisionChanges(was, is)).toMatchObject({ figures: 0 });
});
