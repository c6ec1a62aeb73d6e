import { describe, expect, it } from 'vitest';
import { type IndexEntry, indexEntry, indexEntryOf } from '../../../lambda/catalogue/index-entry.ts';
import {
  archiveIndex,
  archiveIndexOf,
  mergeIndexes,
  mergeYearIndex,
} from '../../../lambda/catalogue/years.ts';
import { sampleReport } from '../../support/sample-report.ts';

const entry = (session: string, more: Partial<IndexEntry> = {}): IndexEntry => ({
  ...{ session, revision: 1, edition: 'TNA', publishedAt: '2026-01-02T01:20:00Z' },
  ...{ simulated: false, incomplete: false, verdict: 'Small caps lag.', files: {} },
  ...more,
});
const indexOf = (...entries: readonly IndexEntry[]) =>
  archiveIndexOf(['2024', '2025', '2026'].map((year) => mergeYearIndex(year, [], entries)));

describe('the index of an archive', () => {
  const old = entry('2024-12-31');
  const [first, made, last] = [
    entry('2025-01-02'),
    entry('2025-06-30', { simulated: true }),
    entry('2025-12-31'),
  ];

  it('has a line a year, newest first, of years with a session', () => {
    expect(indexOf(made, old, last, first)).toEqual({
      schema: 'smallcap-briefing-index/2',
      edition: 'TNA',
      newest: { session: '2025-12-31', revision: 1, simulated: false },
      years: [
        {
          ...{ year: '2025', sessions: 3, real: 2, first: '2025-01-02', last: '2025-12-31' },
          key: 'index/2025.json',
        },
        {
          ...{ year: '2024', sessions: 1, real: 1, first: '2024-12-31', last: '2024-12-31' },
          key: 'index/2024.json',
        },
      ],
    });
    expect(() => indexOf()).toThrow();
  });

  it('of two states has of each year the fuller line, in either order', () => {
    const states = [
      indexOf(first, made),
      indexOf(old, first, made, last),
      indexOf(made),
      indexOf(last, made),
    ];
    const whole = states[1]!;
    for (const state of states) {
      expect(mergeIndexes(state, whole)).toEqual(whole);
      expect(mergeIndexes(whole, state)).toEqual(whole);
    }
    expect(mergeIndexes(null, whole)).toBe(whole);
  });

  it('may name no other place than that of the index of a year', () => {
    const index = indexOf(old, last);
    expect(archiveIndex.safeParse(index).success).toBe(true);
    const [newest, ...others] = index.years;
    const elsewhere = { ...index, years: [{ ...newest!, key: 'index/../2025.json' }, ...others] };
    expect(archiveIndex.safeParse(elsewhere).success).toBe(false);
  });
});

describe('the entry of a revision', () => {
  const file = { sha256: 'a'.repeat(64), bytes: 1 };
  const report = sampleReport();
  const published = {
    edition: 'TNA',
    session: report.session,
    revision: 2,
    publishedAt: '2026-01-02T01:20:00Z',
  };
  const folder = `reports/${report.session}/r2/`;

  it('says what its report says, and where those of its files lie that there are', () => {
    const files = { 'report.json': file, 'briefing.html': file, 'figures.js': file };
    expect(indexEntryOf(report, { ...published, files })).toEqual({
      ...published,
      simulated: true,
      incomplete: false,
      verdict: 'Small caps lag: TNA moved −2.30\u202f% and rotation shows no clear leadership.',
      files: { 'report.json': `${folder}report.json`, 'briefing.html': `${folder}briefing.html` },
    });
  });

  it('may name no file of another revision', () => {
    const sound = indexEntryOf(report, { ...published, files: { 'report.json': file } });
    expect(indexEntry.safeParse(sound).success).toBe(true);
    const other = { ...sound, files: { 'report.json': `reports/${report.session}/r1/report.json` } };
    expect(indexEntry.safeParse(other).success).toBe(false);
  });
});
