import { expect, it } from 'vitest';
import { spelledWindows } from '../../../../lambda/briefing/words/windows.ts';

it.each([
  [['1d'], '1 session'],
  [['1y', '5d', 'ytd'], '5 sessions, the year to date, 1 year'],
  [['1d', '5d', '21d', '63d', '6m', 'ytd', '1y'], 'any window'],
  [['5d', '21d', '63d', '6m', 'ytd', '1y'], '5 sessions and more'],
  [['5d', '21d', '1y', '63d', '6m', 'ytd', '1d'], 'any window'],
  [['ytd', '1y'], 'the year to date, 1 year'],
  [['1997', '1998'], '1997, 1998'],
])('the windows %j in full: %s', (windows, words) => {
  expect(spelledWindows(windows)).toBe(words);
});
