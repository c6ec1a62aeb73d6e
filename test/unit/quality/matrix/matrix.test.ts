import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Funds, fourFunds } from '../../../support/four-funds.ts';
import { folderRun, liveRun } from '../../../support/gate-runs.ts';
import { removeTemporaryFolders } from '../../../support/provider/collect.ts';
import { ProviderServer } from '../../../support/provider/server.ts';
import { copy, on, scaledBefore, unchanged } from './edits.ts';
import { now, type Row, required, session } from './row.ts';
import { rows } from './rows/index.ts';

/**
 * The gate's matrix. Each row is run three times: from files; live, where Yahoo alone is wrong and Cboe right; and live
 * where both are.
 */
function edited(edit: Row['edit']): Funds {
  const funds = fourFunds('2024-06-03', session);
  edit(funds);
  return funds;
}

describe('prices from files', () => {
  it.each(rows)('with $fault: exit $exit', async ({ edit, file, exit, says, strip }) => {
    const ran = await folderRun(edited(edit), session, now, { file });
    expect([ran.exit, ran.refusal, ...ran.notices].join('\n')).toMatch(new RegExp(`^${exit}\n`));
    if (exit === 0) expect(ran.notices.join('\n')).toMatch(says ?? /^$/);
    else expect(ran.refusal).toMatch(says!);
    if (strip !== undefined) expect(ran.strip).toMatch(strip);
  });
});

describe('an INCOMPLETE briefing on request', () => {
  it.each([
    ['a copied bar', on(['IWM'], copy), 'IWM’s bar of 2025-12-10 repeats an earlier one', ['IWM']],
    ['a split that is not adjusted for', on(['TNA'], scaledBefore(1, 1.5)), 'TNA moves by', ['TNA']],
    ['closes unchanged together', on(required, unchanged), 'close on 2025-12-10 exactly as', required],
  ] as const)('with %s says so and has no figure of it', async (_, edit, because, symbols) => {
    const { report } = await folderRun(edited(edit), session, now, { allowIncomplete: true });
    expect(report?.marks.incompleteBecause.join()).toContain(because);
    for (const symbol of required) {
      const { value } = report!.figures[`return.${symbol}.1d`]!;
      if ((symbols as readonly string[]).includes(symbol)) expect(value).toBeNull();
      else expect(value).not.toBeNull();
    }
  });
});

describe('prices from providers', () => {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await new ProviderServer({ now, market: new Map(), macro: new Map(), yahoo: new Map() }).start();
  });
  afterAll(async () => {
    await server.stop();
    removeTemporaryFolders();
  });
  const live = rows.filter(({ cboe }) => cboe !== undefined);

  it.each(live)(
    'where Yahoo alone is wrong, with $fault: $cboe from Cboe, and a briefing',
    async ({ edit, cboe }) => {
      const ran = await liveRun(
        server,
        edited(edit),
        edited(() => undefined),
        session,
        now,
      );
      expect(ran.refusal).toBe('');
      expect(
        Object.keys(ran.from)
          .filter((symbol) => ran.from[symbol] === 'cboe-chart')
          .sort(),
      ).toEqual([...cboe!].sort());
      expect(ran.notices).toEqual([]);
    },
  );

  it.each(live.filter(({ exit, everywhere }) => exit === 3 || everywhere !== undefined))(
    'where both are wrong, with $fault: refused as from files',
    async ({ edit, exit, says, everywhere }) => {
      const ran = await liveRun(server, edited(edit), edited(edit), session, now);
      expect(ran.exit).toBe(everywhere?.exit ?? exit);
      expect(ran.refusal).toMatch(everywhere?.says ?? says!);
    },
  );
});
