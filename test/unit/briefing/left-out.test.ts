import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../lambda/report/schema.ts';
import type { Source } from '../../../lambda/sources/source.ts';
import { reportFrom } from '../../support/briefings.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-11-26';
const pages = ['bars:KRE', 'macro:UNRATE'];

/** The simulated market with an HTML page in place of two optional series. */
const source = (): Source => {
  const whole = simulated;
  const collect: Source['collect'] = async (request) =>
    (await whole.collect(request)).map((payload) =>
      pages.includes(payload.key)
        ? { ...payload, origin: payload.key, bytes: Buffer.from('<html>') }
        : payload,
    );
  return { ...whole, collect };
};

let report: Report;
beforeAll(async () => {
  report = await reportFrom(source(), session);
});

describe('a series that came and cannot be used', () => {
  it('is named in the strip', () => {
    const text = (label: string) => report.strip.find((item) => item.label === label)?.text;
    expect(text('prices')).toMatch(/; KRE not usable$/);
    expect(text('macro')).toMatch(/; Unemployment rate not usable$/);
  });

  it('is the reason of every figure that misses it', () => {
    expect(report.figures['return.KRE.1d']).toMatchObject({
      value: null,
      reason: 'KRE is not used: bars:KRE: is an HTML page, not CSV',
    });
    expect(report.figures['macro.unrate']).toMatchObject({
      value: null,
      reason: 'UNRATE is not used: macro:UNRATE: is an HTML page, not CSV',
    });
  });

  it('is named among what is odd in the data, and changes nothing else', () => {
    expect(report.flags.filter(({ code }) => code === 'left-out').map(({ subject }) => subject)).toEqual(
      pages,
    );
    expect(report.marks.incomplete).toBe(false);
    expect(report.figures['return.IWM.1d']?.status).toBe('fresh');
  });
});
