import { describe, expect, it } from 'vitest';
import { figureColumns } from '../../../lambda/archive-layout.ts';
import { type FigureTable, figureRows, mergeFigureTables } from '../../../lambda/catalogue/figure-rows.ts';
import fc from '../../support/fast-check.ts';
import { sampleReport } from '../../support/sample-report.ts';

describe('the figures of a report as rows', () => {
  const report = sampleReport();
  const usual = report.figures['close.IWM']!;
  const rows = figureRows({
    session: '2025-12-31',
    revision: 2,
    figures: {
      'b.word': { ...usual, value: 'small', unit: 'word' },
      'previous.a': usual,
      'b.none': { ...usual, value: null, status: 'missing', reason: 'no bar' },
      'a.number': { ...usual, value: 0.1 + 0.2 },
      'a.zero': { ...usual, value: -0 },
    },
  });

  it('are by id, each with the columns in order; what repeats the session before is left out', () => {
    expect(rows.map(({ id }) => id)).toEqual(['a.number', 'a.zero', 'b.none', 'b.word']);
    for (const row of rows) expect(Object.keys(row)).toEqual([...figureColumns]);
  });

  it('have a number and a word each in its column, and say why one is missing', () => {
    expect(rows.map(({ value, text, reason }) => [value, text, reason])).toEqual([
      [0.30000000000000004, null, null],
      [0, null, null],
      [null, null, 'no bar'],
      [null, 'small', null],
    ]);
    // As a report that is read back has it: JSON writes no negative zero.
    expect(Object.is(rows[1]?.value, 0)).toBe(true);
  });
});

describe('tables of figures', () => {
  const usual = figureRows(sampleReport())[0]!;
  const days = ['2025-12-29', '2025-12-30', '2025-12-31'];
  const ids = ['a', 'b', 'c'];
  /** The table of one revision: what it says is fixed by its name, as in an archive. */
  const one = fc
    .record({ day: fc.nat(2), revision: fc.integer({ min: 1, max: 3 }), simulated: fc.boolean() })
    .map(({ day, revision, simulated }): FigureTable => {
      const has = ids.filter((_, at) => (at + day + revision) % 3 !== 0);
      const session = days[day]!;
      return {
        simulated,
        rows: has.map((id) => ({
          ...usual,
          id,
          session,
          revision,
          value: revision,
          text: String(simulated),
        })),
      };
    });
  const table = fc.array(one, { minLength: 1, maxLength: 5 }).map(mergeFigureTables);
  const both = (a: FigureTable, b: FigureTable) => mergeFigureTables([a, b]);

  it('merge to the same in any order and grouping, and however often', () => {
    fc.assert(
      fc.property(table, table, table, (a, b, c) => {
        expect(both(a, b)).toEqual(both(b, a));
        expect(both(both(a, b), c)).toEqual(both(a, both(b, c)));
        expect(both(both(a, b), a)).toEqual(both(a, b));
        expect(both(a, a)).toEqual(a);
      }),
    );
  });

  it('hold the newest revision of each session alone, by id and then session', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (all) => {
        const { simulated, rows } = mergeFigureTables(all);
        expect({ simulated, rows }).toEqual(all.reduce(both));
        expect(simulated).toBe(all.every((of) => of.simulated));
        const ours = all.filter((of) => of.simulated === simulated).flatMap((of) => of.rows);
        const newest = (day: string) =>
          Math.max(...ours.filter(({ session }) => session === day).map(({ revision }) => revision));
        const expected = new Map(
          ours
            .filter(({ session, revision }) => revision === newest(session))
            .map((row) => [`${row.id} ${row.session}`, row]),
        );
        expect(rows).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row));
      }),
    );
  });
});
