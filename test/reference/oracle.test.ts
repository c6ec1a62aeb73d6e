import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { figureBook } from '../../lambda/briefing/figures/index.ts';
import { type Panel, viewOf } from '../../lambda/briefing/panel.ts';
import { agree } from '../support/agreement.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

interface Reference {
  readonly session: string;
  readonly figures: Readonly<Record<string, number | string | null>>;
}

const folder = join(sharedDir, 'oracle');

/** The reference values of every session, ids with a leading underscore aside: those are notes. */
const references = (): Reference[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Reference)
    .map(({ session, figures }) => ({
      session,
      figures: Object.fromEntries(Object.entries(figures).filter(([id]) => !id.startsWith('_'))),
    }));

describeShared('every figure agrees with the reference values', () => {
  let panel: Panel;
  beforeAll(() => {
    panel = panelOfReal(realMarket());
  });

  for (const { session, figures } of references())
    it(`on ${session}, ${Object.keys(figures).length} of them`, () => {
      const book = figureBook(viewOf(panel, session)).toRecord();
      const disagreements = Object.entries(figures).flatMap(([id, expected]) => {
        const found = book[id]?.value;
        const same =
          typeof expected === 'number' && typeof found === 'number'
            ? agree(found, expected)
            : found === expected;
        return same ? [] : [`${id}: ${found} instead of ${expected}`];
      });
      expect(disagreements).toEqual([]);
      expect(Object.keys(figures).length).toBeGreaterThan(700);
    });

  it('knows prices of the month that the reference knows', () => {
    const notes = readdirSync(folder).flatMap((file) => {
      const { session, figures } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Reference;
      return Object.entries(figures)
        .filter(([id]) => id.startsWith('_asof.macro.'))
        .map(([id, month]) => ({ session, id: `${id.replace('_asof.', '')}.yoy`, month }));
    });
    expect(notes.length).toBeGreaterThan(0);
    const books = new Map(
      notes.map(({ session }) => [session, figureBook(viewOf(panel, session)).toRecord()]),
    );
    for (const { session, id, month } of notes)
      expect({ session, id, asOf: books.get(session)?.[id]?.asOf }).toEqual({ session, id, asOf: month });
  });
});
