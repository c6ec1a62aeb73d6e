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
