import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { collect } from '../../lambda/steps/collect.ts';
import { reportBytes } from '../../lambda/steps/render.ts';
import { snapshotOf } from '../../lambda/steps/snapshot.ts';
import { simulatedReport } from '../support/briefings.ts';
import { onceAsync } from '../support/memo.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import {
  computedOf,
  type Found,
  type Reference,
  referenceDisagreements,
  referencesOf,
} from '../support/reference-values.ts';
import { simulated } from '../support/simulated.ts';

/** Files whose name begins with `2-` are of the second contract: claims, history, calls, depth. */
const isSecond = (file: string): boolean => file.startsWith('2-');
/** Of the event studies a report holds a part; the figure book holds all. */
const isStudy = (id: string): boolean => id.startsWith('study.');
const references = referencesOf(join(import.meta.dirname, 'simulated')).map((reference) =>
  isSecond(reference.file) ? computedOf(reference) : reference,
);

/** The figures as the bytes of `report.json` hold them. */
async function figuresOf(session: string): Promise<Report['figures']> {
  const report = await simulatedReport(session);
  return JSON.parse(Buffer.from(reportBytes(report)).toString()).figures;
}

/** The figures of a book, of which the sessions share one panel. */
const panel = onceAsync(async () => {
  const session = references.at(-1)!.session;
  const request = { edition: tna, session, through: session, now: `${session}T23:50:00.000Z` };
  const collection = await collect(request, simulated);
  return collection.panels((await snapshotOf(collection, session, new MemoryArchive())).snapshot);
});

const only = (reference: Reference, is: (id: string) => boolean): Reference => ({
  ...reference,
  figures: Object.fromEntries(Object.entries(reference.figures).filter(([id]) => is(id))),
});

describe('report.json of the simulated market agrees with the reference values', () => {
  it.each(references.map((reference) => [reference.file, reference] as const))(
    'of %s',
    async (_, reference) => {
      const figures = await figuresOf(reference.session);
      const held = only(reference, (id) => !isStudy(id) || id in figures);
      expect(referenceDisagreements(held, figures)).toEqual([]);
    },
  );

  it.each(
    references
      .filter(({ file }) => isSecond(file))
      .map((reference) => [reference.session, reference] as const),
  )('of every study as of %s, in the book', async (session, reference) => {
    const studies = only(reference, isStudy);
    expect(Object.keys(studies.figures).length).toBeGreaterThan(500);
    expect(referenceDisagreements(studies, figureBook(viewOf(await panel(), session)).toRecord())).toEqual(
      [],
    );
  });

  it('and holds the studies that its pages show', async () => {
    const figures = await figuresOf('2024-03-15');
    for (const id of [
      'asof',
      'similar',
      'cells',
      'differ',
      'closest',
      'high-vol.excess.21d.q',
      'trough.excess.126d.n',
    ])
      expect(figures, id).toHaveProperty([`study.${id}`]);
    const closest = String(figures['study.closest']!.value);
    expect(figures).toHaveProperty([`study.${closest}.q`]);
    expect(figures).not.toHaveProperty(['study.low-vol.TNA.63d.n']);
  });

  it('of three sessions, none of them a handful', () => {
    expect(new Set(references.map(({ session }) => session)).size).toBe(3);
    for (const { file, figures } of references)
      expect(Object.keys(figures).length, file).toBeGreaterThanOrEqual(isSecond(file) ? 150 : 780);
    expect(references.flatMap(({ periods }) => Object.keys(periods))).toHaveLength(12);
  });
});

describe('the comparison notices', () => {
  const reference = {
    file: '',
    session: '',
    figures: { a: 1, b: null, c: 'up', d: 0 },
    periods: { m: '2024-01-01' },
  };
  const found = (changed: Record<string, Found | undefined> = {}) => ({
    ...{ a: { value: 1 }, b: { value: null }, c: { value: 'up' }, d: { value: 0 } },
    'm.yoy': { value: 2, asOf: '2024-01-01' },
    ...changed,
  });

  it('nothing where all agree, to 1e-9 relative and 1e-12 near zero', () => {
    expect(
      referenceDisagreements(reference, found({ a: { value: 1 + 5e-10 }, d: { value: -5e-13 } })),
    ).toEqual([]);
  });

  it.each([
    ['another number', { a: { value: 1 + 2e-9 } }],
    ['another number near zero', { d: { value: 2e-12 } }],
    ['a number that is not a number', { a: { value: Number.NaN } }],
    ['a null for a number', { a: { value: null } }],
    ['a number for a null', { b: { value: 0 } }],
    ['another word', { c: { value: 'down' } }],
    ['an id that is absent', { b: undefined }],
    ['a reading of another month', { 'm.yoy': { value: 2, asOf: '2023-12-01' } }],
  ])('%s', (_, changed) => {
    expect(referenceDisagreements(reference, found(changed))).toHaveLength(1);
  });
});
