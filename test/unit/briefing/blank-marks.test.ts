import { expect, it } from 'vitest';
import type { RotationMap } from '../../../lambda/report/schema.ts';
import type { Source } from '../../../lambda/sources/source.ts';
import { reportFrom } from '../../support/briefings.ts';
import { simulated } from '../../support/simulated.ts';

/** The simulated market without those lines of some symbols' files that a rule names by their days. */
const less = (rules: Readonly<Record<string, (day: string) => boolean>>): Source => ({
  ...simulated,
  collect: async (request) =>
    (await simulated.collect(request)).map((payload) => {
      const isOut = rules[payload.key];
      if (isOut === undefined) return payload;
      const lines = Buffer.from(payload.bytes).toString().split('\n');
      const kept = lines.filter((line) => !/^\d{4}-/.test(line) || !isOut(line.slice(0, 10)));
      return { ...payload, bytes: Buffer.from(kept.join('\n')) };
    }),
});

it('the map says why a row is blank in part, and why another is not there', async () => {
  const report = await reportFrom(
    less({
      'bars:SMH': (day) => day < '2025-05-05',
      'bars:XHB': (day) => day >= '2025-04-28' && day <= '2025-05-02',
      'bars:KRE': (day) => day === '2025-11-26',
    }),
    '2025-11-26',
  );
  const map = report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is RotationMap => block.kind === 'chart' && block.type === 'rotation-map')!;
  const blank = (label: string) => {
    const { ratio } = map.tails.find((tail) => tail.label === label)!;
    return report.series[ratio]!.values.flatMap((value, at) => (value === null ? [at] : []));
  };
  // The 29th week from 5 May is that of 17 November, the last but one of ten; that of the hole is the 29th back until 14 November.
  expect(blank('SMH')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(blank('XHB')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(map.tails.map(({ label }) => label)).not.toContain('KRE');
  expect(map.subtitle.split('; ').slice(1)).toEqual([
    'SMH blank before 29 weeks of prices',
    'XHB blank where one of the 29 weeks to then has no price',
    'no row of KRE: KRE has no bar of Nov 26, 2025',
  ]);
});
