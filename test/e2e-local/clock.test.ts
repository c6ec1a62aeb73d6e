import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerStateFrom } from '../support/provider/provider-state.ts';
import { ProviderServer } from '../support/provider/server.ts';
import { withoutPauses } from '../support/provider/without-pauses.ts';
import { simulated } from '../support/simulated.ts';
import { temporaryPlace } from '../support/temporary.ts';
import { briefingHere } from './support/here.ts';

let out: string;
let server: ProviderServer;

beforeAll(async () => {
  out = mkdtempSync(join(temporaryPlace, 'clock-'));
  const world = await providerStateFrom(simulated, '2025-12-24', '2025-12-24T18:10:00Z', 800);
  server = await new ProviderServer(world).start();
});
afterAll(async () => {
  await server.stop();
  rmSync(out, { recursive: true, force: true });
});

describe('briefing --now', () => {
  it.each([
    ['a minute before the close', '2025-12-31T20:59:00Z', '2025-12-30'],
    ['after the close', '2025-12-31T21:01:00Z', '2025-12-31'],
    ['after the close, in another zone', '2026-01-01T06:01:00+09:00', '2025-12-31'],
    ['after an early close', '2025-12-24T18:01:00Z', '2025-12-24'],
    ['after a close in summer', '2025-07-10T20:01:00Z', '2025-07-10'],
    ['on a holiday', '2025-12-25T22:50:00Z', '2025-12-24'],
    ['on a Sunday', '2025-12-28T12:00:00Z', '2025-12-26'],
  ])('%s is about the newest session that has closed', async (_, now, session) => {
    const { code, stdout } = await briefingHere([
      'sources',
      '--offline',
      '--json',
      '--now',
      now,
      '--out',
      out,
    ]);
    // Nothing is kept yet, so that no required series is there.
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { session, now: new Date(now).toISOString() }]);
  });

  it('is the time of collection: ten minutes after an early close, bars may still change', async () => {
    const addresses = Object.entries(server.addresses).map(([name, origin]) => [
      `BRIEFING_URL_${name.toUpperCase()}`,
      origin,
    ]);
    const own = join(out, 'of its own');
    const args = ['--now', '2025-12-24T18:10:00Z', '--no-pdf', '--out', own];
    const { code, stderr } = await withoutPauses(() => briefingHere(args, Object.fromEntries(addresses)));
    expect(code, stderr).toBe(0);
    const report = JSON.parse(readFileSync(join(own, 'reports/2025-12-24/r1/report.json'), 'utf8'));
    expect(report).toMatchObject({ session: '2025-12-24', collectedAt: '2025-12-24T18:10:00.000Z' });
    const iwm = report.sources.find(({ key }: { key: string }) => key === 'bars:IWM');
    expect(iwm).toMatchObject({ last: '2025-12-24', note: 'provisional until 20:15 New York' });
  });

  it.each(['yesterday', '2025-12-31', '2025-12-31T22:50:00', '2025-13-31T22:50:00Z'])(
    '%s is refused before anything is asked',
    async (now) => {
      const { code, stderr } = await briefingHere(['--now', now, '--out', out]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`--now ${now} is not an instant`)]);
    },
  );
});
