import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../lambda/archive/archive.ts';

/** An archive that a suite may fill, opened as another process would open it, and what throws it away. */
export interface Bench {
  /** Another view of the same archive, sharing nothing in memory with the ones before. */
  open(): Archive;
  dispose(): Promise<void>;
}

const bytes = (text: string) => Buffer.from(text);
const text = (stored: Uint8Array | null) => (stored === null ? null : Buffer.from(stored).toString());
const files = (mark: string) =>
  new Map([
    ['manifest.json', bytes(`{"mark":"${mark}"}`)],
    ['report.json', bytes(`report ${mark}`)],
    ['briefing.html', bytes(`page ${mark}`)],
  ]);

/** What every archive promises, be it a folder or a bucket. */
export function archiveContract(name: string, prepare: () => Promise<Bench>): void {
  describe(`${name} keeps the archive's promises`, () => {
    let bench: Bench;
    let archive: Archive;
    beforeEach(async () => {
      bench = await prepare();
      archive = bench.open();
    });
    afterEach(() => bench.dispose());

    it('has nothing under a key that was never written', async () => {
      expect(await archive.get('reports/2025-12-31/r1/report.json')).toBeNull();
      expect(await archive.list('reports/')).toEqual([]);
    });

    it('gives back the bytes that were put, to another process too', async () => {
      const payload = Buffer.from([0, 255, 10, 13, 128]);
      expect(await archive.putNew('snapshots/raw/ab/abc.gz', payload)).toBe(true);
      expect(Buffer.from((await bench.open().get('snapshots/raw/ab/abc.gz'))!)).toEqual(payload);
    });

    it('never overwrites what is there, and says so', async () => {
      await archive.putNew('snapshots/a', bytes('first'));
      expect(await bench.open().putNew('snapshots/a', bytes('second'))).toBe(false);
      expect(text(await archive.get('snapshots/a'))).toBe('first');
    });

    it('lets one of many writers of a key win, and all agree who', async () => {
      const wins = await Promise.all(
        Array.from({ length: 8 }, (_, i) => bench.open().putNew('snapshots/race', bytes(`writer ${i}`))),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      expect(text(await archive.get('snapshots/race'))).toBe(`writer ${wins.indexOf(true)}`);
    });

    it('lists keys by prefix, in order, and nothing else', async () => {
      for (const key of ['b/2', 'b/10', 'a/1', 'b/sub/3', 'bc']) await archive.putNew(key, bytes(key));
      expect(await archive.list('b/')).toEqual(['b/10', 'b/2', 'b/sub/3']);
      expect(await archive.list('b/1')).toEqual(['b/10']);
      expect(await archive.list('')).toEqual(['a/1', 'b/10', 'b/2', 'b/sub/3', 'bc']);
    });

    it('publishes every file of a revision under its key', async () => {
      expect(await archive.publish('2025-12-31', 1, files('one'))).toBe(true);
      expect(await bench.open().list('reports/2025-12-31/')).toEqual([
        'reports/2025-12-31/r1/briefing.html',
        'reports/2025-12-31/r1/manifest.json',
        'reports/2025-12-31/r1/report.json',
      ]);
      expect(text(await archive.get('reports/2025-12-31/r1/report.json'))).toBe('report one');
    });

    it('refuses a revision that is taken and leaves it as it was', async () => {
      await archive.publish('2025-12-31', 1, files('one'));
      expect(await bench.open().publish('2025-12-31', 1, files('two'))).toBe(false);
      expect(text(await archive.get('reports/2025-12-31/r1/briefing.html'))).toBe('page one');
      expect(await archive.publish('2025-12-31', 2, files('two'))).toBe(true);
    });

    it('lets one of many publishers of a revision win, whole', async () => {
      const wins = await Promise.all(
        Array.from({ length: 6 }, (_, i) => bench.open().publish('2025-12-31', 1, files(String(i)))),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      const winner = wins.indexOf(true);
      const read = (name: string) => archive.get(`reports/2025-12-31/r1/${name}`);
      expect(text(await read('report.json'))).toBe(`report ${winner}`);
      expect(text(await read('briefing.html'))).toBe(`page ${winner}`);
      expect(text(await read('manifest.json'))).toBe(`{"mark":"${winner}"}`);
    });

    it('loses no change to a document that many change at once', async () => {
      const add = (word: string) => (old: Uint8Array | null) =>
        bytes([...(text(old) ?? '').split(' '), word].join(' ').trim());
      const words = Array.from({ length: 12 }, (_, i) => `w${i}`);
      await Promise.all(words.map((word) => bench.open().update('index.json', add(word))));
      const kept = text(await archive.get('index.json'))!.split(' ');
      expect(kept.sort()).toEqual(words.sort());
    });

    it('says where a key lies', () => {
      expect(archive.locate('reports/2025-12-31/r1/briefing.pdf')).toContain('2025-12-31');
    });
  });
}
