import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { closeOf, openOf, sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

describeShared('NYSE sessions of 1990 to January 2023', () => {
  let published: string[][];
  beforeAll(() => {
    published = readFileSync(join(sharedDir, 'data/calendar/xnys-sessions.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  });

  it('are the published ones, none missing and none too many', () => {
    expect(sessionsBetween('1990-01-01', '2023-01-13')).toEqual(published.map(([session]) => session));
  });

  it('open and close at the published instants', () => {
    const own = published.map(([session]) => [session, openOf(session!), closeOf(session!)]);
    expect(own).toEqual(published);
  });
});
