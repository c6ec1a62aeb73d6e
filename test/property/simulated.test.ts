import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../lambda/calendar/civil.ts';
import { closeOf, sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { parsePayload } from '../../lambda/sources/parsers.ts';
import { randomStream } from '../../lambda/sources/simulated/random.ts';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import type { Payload } from '../../lambda/sources/source.ts';
import fc from '../support/fast-check.ts';

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const equal = (a: readonly Payload[], b: readonly Payload[]) =>
  a.length === b.length && a.every(({ bytes }, i) => same(bytes, b[i]!.bytes));
const collect = (seed: number, through: string) =>
  simulatedSource(seed).collect({ edition: tna, session: through, through, now: closeOf(through) });
const anySession = fc.constantFrom(...sessionsBetween('2005-01-03', '2030-12-31'));

describe('the simulated path', () => {
  it('is the same for the same seed, and another for another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), anySession, async (seed, through) => {
        const first = await collect(seed, through);
        expect(equal(await collect(seed, through), first)).toBe(true);
        expect(equal(await collect(seed + 1, through), first)).toBe(false);
      }),
      { numRuns: 1 },
    );
  });

  it('never changes when more of it is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), anySession, anySession, async (seed, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const later = await collect(seed, late);
        for (const [i, { key, bytes }] of (await collect(seed, early)).entries())
          if (!same(later[i]!.bytes.subarray(0, bytes.length), bytes)) expect.fail(`${key} changed`);
      }),
      { numRuns: 2 },
    );
  });

  it('resets its leveraged funds every day, to the last digit that a price has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
        const payloads = await collect(seed, '2030-12-31');
        const bars = (symbol: string) => {
          const parsed = parsePayload(payloads.find(({ key }) => key === `bars:${symbol}`)!);
          if (parsed.kind !== 'bars') throw new Error('no bars');
          return parsed.bars;
        };
        const rate = parsePayload(payloads.find(({ key }) => key === 'macro:DGS3MO')!);
        if (rate.kind !== 'macro') throw new Error('no rates');
        const rateOn = new Map(
          rate.observations.dates.map((date, row) => [date, rate.observations.values[row]!]),
        );
        const iwm = bars('IWM').adjusted!;
        for (const { symbol, beta, spread } of [
          { symbol: 'TNA', beta: 3, spread: (3 - 0.7) * 0.004 },
          { symbol: 'TZA', beta: -3, spread: 3 * 0.004 },
        ]) {
          const { sessions, adjusted } = bars(symbol);
          for (let day = 1; day < sessions.length; day++) {
            const elapsed = daysBetween(sessions[day - 1]!, sessions[day]!);
            const financing = ((beta - 1) * rateOn.get(sessions[day - 1]!)!) / 100 + spread;
            const expected =
              beta * (iwm[day]! / iwm[day - 1]! - 1) - (financing * elapsed) / 360 - (0.0103 * elapsed) / 365;
            // Prices have six decimals and the short rate two.
            const tolerance = 1e-6 + 4 * (1e-6 / adjusted![day - 1]!) + 3 * (1e-6 / iwm[day - 1]!);
            const miss = Math.abs(adjusted![day]! / adjusted![day - 1]! - 1 - expected);
            if (miss > tolerance + (3 * 0.00005 * 4 * elapsed) / 360)
              expect.fail(`${symbol} on ${sessions[day]} of seed ${seed}: off by ${miss}`);
          }
        }
      }),
      { numRuns: 2 },
    );
  });

  it('is read without a complaint, whatever the seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
        for (const payload of await collect(seed, '2030-12-31'))
          expect(parsePayload(payload).complaints, payload.key).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });
});

describe('the random streams', () => {
  it('are uniform and normal', () => {
    const { uniform, normal } = randomStream(1, 'test');
    const n = 100_000;
    const uniforms = Array.from({ length: n }, uniform);
    const normals = Array.from({ length: n }, normal);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / n;
    // Five standard errors.
    expect(Math.abs(mean(uniforms) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(mean(normals))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(mean(normals.map((z) => z * z)) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(mean(normals.map((z) => z ** 4)) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
    expect(uniforms.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it('differ by name', () => {
    expect(randomStream(1, 'a').uniform()).not.toBe(randomStream(1, 'b').uniform());
  });
});
