import { describe, expect, it } from 'vitest';
import type { Source } from '../../lambda/sources/source.ts';
import { reportFrom, simulatedReport } from '../support/briefings.ts';
import { printedText } from '../support/printed-text.ts';
import { simulated } from '../support/simulated.ts';

/** The simulated market with what goes wrong with files: series that are not there, that end early, a price that cannot be. */
const withHoles: Source = {
  ...simulated,
  collect: async (request) =>
    (await simulated.collect(request)).flatMap((payload) => {
      if (['bars:XHB', 'bars:^RVX', 'macro:DGS2', 'macro:CPIAUCSL'].includes(payload.key)) return [];
      const last = { 'bars:IJR': '2025-08-29', 'bars:^VIX': '2025-11-24', 'macro:UNRATE': '2025-07-01' }[
        payload.key
      ];
      return [last === undefined ? payload : { ...payload, bytes: until(last, payload.bytes) }];
    }),
};

/** The same market, the fund's file a session behind. */
const lateFund: Source = {
  ...simulated,
  collect: async (request) =>
    (await simulated.collect(request)).map((payload) =>
      payload.key === 'bars:TNA' ? { ...payload, bytes: until('2016-06-15', payload.bytes) } : payload,
    ),
};

/** A file of dated lines without those after a day. */
function until(day: string, bytes: Uint8Array): Uint8Array {
  const lines = Buffer.from(bytes).toString().split('\n');
  return Buffer.from(
    `${lines.filter((line) => !/^\d{4}-/.test(line) || line.slice(0, 10) <= day).join('\n')}`,
  );
}

// A golden page was read, line by line, and found right: read the difference before you change one.
describe('the page of the simulated market', () => {
  it.each([
    ['a calm session', '2025-11-26'],
    ['a crash', '2016-06-16'],
    ['the first session of a leadership', '2025-01-02'],
    ['a session of few years’ history', '2006-03-15'],
  ])('of %s', async (_, session) => {
    await expect(printedText(await simulatedReport(session))).toMatchFileSnapshot(`pages/${session}.txt`);
  });

  it('of a session whose data have holes', async () => {
    const report = await reportFrom(withHoles, '2025-11-26');
    await expect(printedText(report)).toMatchFileSnapshot('pages/2025-11-26-holes.txt');
  });

  it('of a crash before the fund’s bar has come, INCOMPLETE', async () => {
    const report = await reportFrom(lateFund, '2016-06-16');
    await expect(printedText(report)).toMatchFileSnapshot('pages/2016-06-16-incomplete.txt');
  });
});
