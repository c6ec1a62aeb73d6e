import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { endsInWords, reachOf } from '../../../lambda/runs/reach.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import { type Shape, smallData } from '../../e2e-local/support/small-data.ts';
import { temporaryFolder } from '../../support/temporary.ts';

let root: { path: string; dispose: () => Promise<void> };
beforeAll(async () => {
  root = await temporaryFolder();
});
afterAll(() => root.dispose());

/** How far the small data reach, one symbol changed, for a run of a week later or of the session given. */
async function reach(name: string, shape: Shape, session = '2026-01-07') {
  const data = await smallData(join(root.path, name), shape);
  const request = { edition: tna, session, through: session, now: `${session}T22:00:00Z` };
  return await reachOf(request, folderSource(data));
}

describe('the newest session that the required series have', () => {
  it('is the last of all when they end together', async () => {
    const found = await reach('together', {});
    expect(found.session).toBe('2025-12-31');
    expect(endsInWords(found)).toBe('IWM, SPY, QQQ, TNA end on 2025-12-31');
  });

  it('is that of the one that ends first, and it is named', async () => {
    const found = await reach('one ends first', {
      change: { symbol: 'TNA', rows: (rows) => rows.slice(0, -3) },
    });
    expect(found.session).toBe('2025-12-26');
    expect(endsInWords(found)).toBe('IWM, SPY, QQQ end on 2025-12-31, TNA on 2025-12-26');
  });

  it('is one that all have, also where one has a hole at its end', async () => {
    const holed = (rows: string[]) => rows.filter((row) => !/^2025-12-(30|29)/.test(row));
    const found = await reach('hole', {
      through: '2025-12-30',
      change: { symbol: 'SPY', rows: holed },
    });
    expect(found.session).toBe('2025-12-26');
  });

  it('is not after the session that was asked for', async () => {
    expect((await reach('asked', {}, '2025-12-24')).session).toBe('2025-12-24');
  });

  it('is that of the others where one is not there at all, for the gate to say so', async () => {
    const found = await reach('without TNA', { symbols: ['IWM', 'SPY', 'QQQ'] });
    expect([found.session, endsInWords(found)]).toEqual(['2025-12-31', 'IWM, SPY, QQQ end on 2025-12-31']);
  });

  it('is none where no required series is there', async () => {
    const found = await reach('none', { symbols: ['XYZ'] });
    expect([found.session, endsInWords(found)]).toEqual([null, 'no required series is there']);
  });
});
