import { expect, it } from 'vitest';
import { regularReleases, releaseOf } from '../../../lambda/calendar/releases.ts';
import { tna } from '../../../lambda/editions/tna.ts';

it('knows the release of every monthly, weekly and quarterly series of the edition, each once', () => {
  const periodic = tna.macro.filter(({ frequency }) => frequency !== 'daily').map(({ series }) => series);
  expect(periodic.filter((series) => releaseOf(series) === undefined)).toEqual([]);
  const listed = regularReleases.flatMap(({ series }) => series);
  expect(new Set(listed).size).toBe(listed.length);
});

it('knows no hour of a daily rate', () => {
  expect(releaseOf('DGS2')).toBeUndefined();
  expect(releaseOf('UNRATE')?.time).toBe('08:30');
});
