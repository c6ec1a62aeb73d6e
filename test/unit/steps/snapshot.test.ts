import { describe, expect, it } from 'vitest';
import { describeSnapshot, keepSnapshot } from '../../../lambda/archive/snapshots.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import type { Snapshot } from '../../../lambda/series/snapshot.ts';
import { collect } from '../../../lambda/steps/collect.ts';
import type { Collection } from '../../../lambda/steps/collection.ts';
import { panelsOf } from '../../../lambda/steps/panels.ts';
import { snapshotFrom, snapshotOf, snapshotWriter } from '../../../lambda/steps/snapshot.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { requestOf, smallPayloads, sourceOf } from '../../support/small-source.ts';

const [before, session] = ['2025-12-30', '2025-12-31'];
const shape = { from: '2025-11-03' };
const collected = (now?: string): Promise<Collection> =>
  collect(
    requestOf(session, now),
    sourceOf(() => smallPayloads(shape)),
  );

describe('the snapshot of a session', () => {
  it('takes the times of the same inputs that are kept already', async () => {
    const archive = new MemoryArchive();
    const [early, late] = ['2026-01-01T01:00:00.000Z', '2026-01-01T02:00:00.000Z'];
    const { document } = await snapshotOf(await collected(early), session, archive);
    expect(document.collectedAt).toBe(early);
    const fresh = await snapshotOf(await collected(late), session, archive);
    expect(fresh.snapshot.collectedAt).toBe(late);
    await keepSnapshot(archive, document);
    const again = await snapshotOf(await collected(late), session, archive);
    expect([again.snapshot.collectedAt, again.document]).toEqual([early, document]);
  });

  it('is refused where the collection lacks one of its payloads', async () => {
    const collection = await collected();
    const of = { edition: tna.id, session, collectedAt: collection.collectedAt, simulated: false };
    const document = describeSnapshot(of, collection.payloads);
    const less = { ...collection, payloads: collection.payloads.slice(1) };
    await expect(snapshotFrom(less, document)).rejects.toThrow('the collection lacks bars:IWM');
  });

  it('has the notes of its payloads, and none where there is none', async () => {
    const payloads = smallPayloads(shape).map((one, at) =>
      at === 0 ? { ...one, note: 'a substitute' } : one,
    );
    const collection = await collect(
      requestOf(session),
      sourceOf(() => payloads),
    );
    const { snapshot } = await snapshotOf(collection, session, new MemoryArchive());
    const notes = snapshot.provenance.map(({ notes: of }) => of.length);
    expect(notes[0]).toBe(notes[1]! + 1);
  });

  it('is written with its payloads, which are kept once for all sessions of a collection', async () => {
    const archive = new MemoryArchive();
    const collection = await collected();
    const write = snapshotWriter(collection, archive);
    for (const of of [before, session]) {
      const { document } = await snapshotOf(collection, of, archive);
      expect(await write(document)).toEqual(document);
    }
    expect(await archive.list('snapshots/raw/')).toHaveLength(4);
    expect((await archive.list('snapshots/2025')).length).toBe(2);
    // Each payload is looked for once.
    expect(archive.calls.list).toBe(2 + 4);
  });
});

describe('panels of many sessions', () => {
  const snapshots = async () => {
    const collection = await collected();
    const of = async (day: string) => (await snapshotOf(collection, day, new MemoryArchive())).snapshot;
    return [await of(before), await of(session)] as const;
  };

  it('are the same where nothing differs, so that what derives from it is computed once', async () => {
    const [, one] = await snapshots();
    const panels = panelsOf(tna);
    expect(panels({ ...one, session: before })).toBe(panels(one));
  });

  it('have what can be trusted of each session, and share the histories', async () => {
    const [, one] = await snapshots();
    const panels = panelsOf(tna);
    const first = panels(one);
    const stale = { ...one.provenance[0]!, status: 'stale' as const };
    const second = panels({ ...one, provenance: [stale, ...one.provenance.slice(1)] });
    expect(second).not.toBe(first);
    expect(second.provenance.get('bars:IWM')?.status).toBe('stale');
    expect(first.provenance.get('bars:IWM')?.status).toBe('fresh');
    const shared = Object.keys(first).filter(
      (key) => !['provenance', 'events'].includes(key),
    ) as (keyof typeof first)[];
    for (const key of shared) expect(second[key]).toBe(first[key]);
    // As it was again.
    expect(panels(one).provenance.get('bars:IWM')?.status).toBe('fresh');
  });

  const others: [string, (one: Snapshot) => Partial<Snapshot>][] = [
    [
      'a history is another',
      ({ market }) => ({ market: new Map([...market, ['IWM', { ...market.get('IWM')! }]]) }),
    ],
    ['a history is gone', ({ market }) => ({ market: new Map([...market].slice(0, -1)) })],
    [
      'there is a history more',
      () => ({ macro: new Map([['DGS2', { id: 'DGS2', dates: [], values: new Float64Array() }]]) }),
    ],
    [
      'a company has filed',
      ({ disclosures }) => ({
        disclosures: { ...disclosures, shares: new Map([['AAPL', { facts: [] } as never]]) },
      }),
    ],
  ];
  it.each(others)('are made anew where %s', async (_, change) => {
    const [, one] = await snapshots();
    const panels = panelsOf(tna);
    const first = panels(one);
    const second = panels({ ...one, ...change(one) });
    expect(second).not.toBe(first);
    expect(second.axis).not.toBe(first.axis);
  });
});
