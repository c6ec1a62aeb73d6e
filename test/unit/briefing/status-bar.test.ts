import { describe, expect, it } from 'vitest';
import type { Header } from '../../../lambda/briefing/header.ts';
import { statusBar } from '../../../lambda/briefing/status-bar.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { noCalls } from '../../../lambda/series/calls.ts';
import { handMadeBook } from '../../support/hand-made-book.ts';
import { headerOf } from '../../support/sentences.ts';

const book = handMadeBook({
  values: Object.fromEntries(tna.required.map((symbol) => [`return.${symbol}.1d`, 0.01])),
});

function pricesOf(session: string, collectedAt: string): string | undefined {
  const header: Header = {
    session,
    collectedAt,
    revision: 1,
    snapshot: 'a',
    simulated: false,
    incompleteBecause: [],
    provenance: [],
    flags: [],
    previous: null,
    calls: noCalls,
  };
  return statusBar(tna, header, book).find(({ label }) => label === 'prices')?.text;
}

describe('prices in the strip', () => {
  // 20:15 in New York is 01:15 UTC of the next day in winter, 00:15 in summer.
  it.each([
    ['2025-12-30', '2025-12-31T01:14:59.000Z', 'provisional'],
    ['2025-12-30', '2025-12-31T01:14:59.999Z', 'provisional'],
    ['2025-12-30', '2025-12-31T01:15:00.000Z', 'final'],
    ['2025-12-30', '2025-12-31T01:15:00Z', 'final'],
    ['2025-12-30', '2025-12-30T20:15:00-05:00', 'final'],
    ['2025-07-01', '2025-07-02T00:14:59Z', 'provisional'],
    ['2025-07-01', '2025-07-02T00:15:00.000Z', 'final'],
  ])('of %s, collected at %s, are %s', (session, collectedAt, word) => {
    expect(pricesOf(session, collectedAt)).toBe(word);
  });
});

describe('macro in the strip', () => {
  const macroOf = (status: Readonly<Record<string, 'stale' | 'fresh'>>, missing: readonly string[] = []) => {
    const values = Object.fromEntries(
      [...Object.keys(status), ...missing].map((id) => [id, missing.includes(id) ? null : 0.01]),
    );
    return statusBar(tna, headerOf('2025-12-30'), handMadeBook({ values, status })).find(
      ({ label }) => label === 'macro',
    );
  };

  it.each([
    ['current', { 'macro.unrate': 'fresh', 'macro.nfci': 'fresh' }, [], 'current', 'fresh'],
    ['late', { 'macro.unrate': 'fresh', 'macro.nfci': 'stale' }, [], '1 of 2 old', 'stale'],
    [
      'missing',
      { 'macro.unrate': 'fresh', 'macro.nfci': 'fresh' },
      ['macro.sahm'],
      '1 of 3 missing',
      'stale',
    ],
    [
      'missing and late, both counted',
      { 'macro.unrate': 'stale', 'macro.nfci': 'stale' },
      ['macro.sahm'],
      '2 of 3 old, 1 missing',
      'stale',
    ],
    ['not there', {}, ['macro.sahm'], 'not available', 'missing'],
  ] as const)('is %s', (_, status, missing, text, overall) => {
    expect(macroOf(status, missing)).toMatchObject({ text, status: overall });
  });
});
