import { describe, expect, it } from 'vitest';
import type { Header } from '../../../lambda/briefing/header.ts';
import { strip } from '../../../lambda/briefing/strip.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { handMadeBook } from '../../support/hand-made-book.ts';

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
  };
  return strip(tna, header, book).find(({ label }) => label === 'prices')?.text;
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
