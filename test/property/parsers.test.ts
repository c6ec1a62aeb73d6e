import { describe, expect, it } from 'vitest';
import { isDate } from '../../lambda/calendar/civil.ts';
import { isSession } from '../../lambda/calendar/nyse.ts';
import { InputError } from '../../lambda/errors.ts';
import { quartersOf } from '../../lambda/series/filings.ts';
import { parsePayload } from '../../lambda/sources/parsers.ts';
import fc from '../support/fast-check.ts';
import { fetchedAt, payloads } from '../support/provider/bodies.ts';

/** Changes of each of 25 payloads, of 250 to 4,400 bytes: 75,000 parsed bodies; `FUZZ_SEED=random` makes others. */
const runs = 3_000;

interface Mutation {
  readonly at: number;
  readonly kind: 'replace' | 'insert' | 'delete' | 'cut' | 'repeat';
  readonly byte: number;
  readonly length: number;
}

/** Bytes that matter to JSON and CSV come more often than the others. */
const byte = fc.oneof(
  fc.constantFrom(...Buffer.from('0123456789.,:-{}[]"\n eEn')),
  fc.integer({ min: 0, max: 255 }),
);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom('replace', 'replace', 'insert', 'delete', 'cut', 'repeat'),
  byte,
  length: fc.integer({ min: 1, max: 40 }),
});

function mutated(bytes: Uint8Array, { at, kind, byte: value, length }: Mutation): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return before;
  if (kind === 'insert') return Buffer.concat([before, Buffer.of(value), after]);
  if (kind === 'delete') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length), after]);
  return Buffer.concat([before, Buffer.of(value), after.subarray(1)]);
}

/** What every accepted series must be, whatever was sent. */
function sound(parsed: ReturnType<typeof parsePayload>): void {
  if (parsed.kind === 'macro') {
    const { dates, values } = parsed.observations;
    expect(dates.every(isDate)).toBe(true);
    expect(dates.every((date, i) => i === 0 || date > (dates[i - 1] ?? ''))).toBe(true);
    expect(values).toHaveLength(dates.length);
    return;
  }
  if (parsed.kind === 'filings' || parsed.kind === 'income' || parsed.kind === 'shares') {
    for (const { start, end, value, filed } of parsed.filings.facts)
      if (!([start, end, filed].every(isDate) && start < end && end < filed && Number.isFinite(value)))
        throw new Error(`${start} to ${end}, filed ${filed}: ${value}`);
    for (const { value } of quartersOf(parsed.filings, '2025-12-31')) expect(value).toBeGreaterThan(0);
    return;
  }
  if (parsed.kind === 'holdings') {
    const { asOf, weights } = parsed.holdings;
    expect(isDate(asOf)).toBe(true);
    for (const weight of weights.values()) expect(Math.abs(weight)).toBeLessThan(5);
    return;
  }
  if (parsed.kind === 'events') {
    const { events, through } = parsed;
    expect(isDate(through)).toBe(true);
    for (const { date, when, name } of events) {
      expect(isDate(date)).toBe(true);
      expect(when).toMatch(/^([01]\d:[0-5]\d|before the open|after the close|time not given)$/);
      expect(typeof name).toBe('string');
    }
    return;
  }
  if (parsed.kind === 'futures') {
    const { sessions, closes } = parsed.future;
    expect(closes).toHaveLength(sessions.length);
    for (const price of closes) if (!(price >= 85 && price <= 100.5)) throw new Error(`a price of ${price}`);
    return;
  }
  if (parsed.kind === 'options') {
    expect(isSession(parsed.options.asOf)).toBe(true);
    expect(parsed.options.value).toBeGreaterThan(0);
    expect(parsed.options.value).toBeLessThanOrEqual(3);
    return;
  }
  if (parsed.kind === 'results') {
    for (const session of parsed.results.sessions) expect(isSession(session)).toBe(true);
    return;
  }
  if (parsed.kind === 'valuation') {
    const { asOf, priceEarnings } = parsed.valuation;
    expect(isDate(asOf)).toBe(true);
    expect(priceEarnings).toBeGreaterThanOrEqual(3);
    expect(priceEarnings).toBeLessThanOrEqual(150);
    return;
  }
  const { sessions: days, open, high, low, close, adjusted } = parsed.bars;
  expect(days.length).toBeGreaterThan(0);
  for (const [i, day] of days.entries()) {
    if (!(isSession(day) && day <= fetchedAt.slice(0, 10) && (i === 0 || day > (days[i - 1] ?? ''))))
      throw new Error(`${day} is no day to accept`);
    for (const column of [open, high, low, close, adjusted])
      if (column !== null && !((column[i] ?? 0) > 0 && Number.isFinite(column[i])))
        throw new Error(`${day}: ${column[i]}`);
    const [top, bottom, last] = [high?.[i], low?.[i], close?.[i] ?? 0];
    if (top !== undefined && last > top * 1.001) throw new Error(`${day}: closes above its high`);
    if (bottom !== undefined && last < bottom * 0.999) throw new Error(`${day}: closes below its low`);
  }
}

/** How many values of a series differ from the same day's or period's in another. */
function changedDays(a: ReturnType<typeof parsePayload>, b: ReturnType<typeof parsePayload>): number {
  if (a.kind === 'bars' && b.kind === 'bars') {
    const close = new Map(b.bars.sessions.map((day, i) => [day, b.bars.close?.[i]]));
    return a.bars.sessions.filter((day, i) => close.get(day) !== a.bars.close?.[i]).length;
  }
  if (a.kind === 'macro' && b.kind === 'macro') {
    const values = new Map(b.observations.dates.map((date, i) => [date, b.observations.values[i]]));
    return a.observations.dates.filter((date, i) => !Object.is(values.get(date), a.observations.values[i]))
      .length;
  }
  if ('filings' in a && 'filings' in b) {
    const facts = new Set(b.filings.facts.map((fact) => JSON.stringify(fact)));
    return a.filings.facts.filter((fact) => !facts.has(JSON.stringify(fact))).length;
  }
  if (a.kind === 'holdings' && b.kind === 'holdings') {
    const { weights } = b.holdings;
    return [...a.holdings.weights].filter(([kind, weight]) => weights.get(kind) !== weight).length;
  }
  if (a.kind === 'results' && b.kind === 'results') {
    const days = new Set(b.results.sessions);
    return a.results.sessions.filter((day) => !days.has(day)).length;
  }
  if (a.kind === 'valuation' && b.kind === 'valuation')
    return Number(a.valuation.priceEarnings !== b.valuation.priceEarnings);
  if (a.kind === 'futures' && b.kind === 'futures') {
    const closes = new Map(b.future.sessions.map((day, i) => [day, b.future.closes[i]]));
    return a.future.sessions.filter((day, i) => closes.get(day) !== a.future.closes[i]).length;
  }
  if (a.kind === 'options' && b.kind === 'options') return Number(a.options.value !== b.options.value);
  if (a.kind === 'events' && b.kind === 'events') {
    const events = new Set(b.events.map((event) => JSON.stringify(event)));
    return a.events.filter((event) => !events.has(JSON.stringify(event))).length;
  }
  throw new Error('two kinds of one payload');
}

describe.each(payloads)('%s (%s), one change anywhere in the body', (source, key, bytes) => {
  const payload = { source, key, origin: 'http://provider/', fetchedAt };

  it('is refused by name, or read as a series that differs only at the change', () => {
    const original = parsePayload({ ...payload, bytes });
    sound(original);
    fc.assert(
      fc.property(mutation, (change) => {
        let read: ReturnType<typeof parsePayload>;
        try {
          read = parsePayload({ ...payload, bytes: mutated(bytes, change) });
        } catch (error) {
          if (error instanceof InputError) return;
          throw error;
        }
        sound(read);
        // A change of one place can touch two neighbours at most, unless it cut whole rows away.
        if (change.kind === 'replace' || change.kind === 'insert')
          expect(changedDays(read, original)).toBeLessThanOrEqual(2);
      }),
      { numRuns: runs },
    );
  });
});
