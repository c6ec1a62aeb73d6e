import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { ledgerOf } from '../../lambda/figures/claims/ledger.ts';
import { claimCounts } from '../support/claim-counts.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { referencesOf } from '../support/reference-values.ts';
import { describeShared, secondReferences, sharedDir } from '../support/shared.ts';

const page = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../docs/methods/${name}.md`), 'utf8').replaceAll('\n', ' ');

describeShared('how often each verdict, state and call was given', () => {
  const panel = panelOfReal(realMarket());
  const { sessions } = panel.axis;
  const ends = sessions.flatMap((session, t) =>
    session >= '2009-01-01' && session <= '2025-12-31' && sessions[t + 1]?.slice(0, 7) !== session.slice(0, 7)
      ? [t]
      : [],
  );

  it('at the month ends of seventeen years is what an independent program counted', () => {
    expect(ends).toHaveLength(204);
    const found = tna.claims.rows.map(({ number }) => {
      const said = ends.map(ledgerOf(panel).get(number)!.verdict);
      const of = (verdict: string) => said.filter((one) => one === verdict).length;
      const all = ['supported', 'mixed', 'not supported', 'not computable'].map(of);
      return [number, all.join('/')];
    });
    expect(Object.fromEntries(found)).toEqual(claimCounts);
  });

  it('of the states on the sessions of these years is what docs/methods/rotation.md says', () => {
    const { states } = panel.rotation().walk();
    const years = [...sessions.keys()].filter(
      (t) => sessions[t]! >= '2009-01-01' && sessions[t]! <= '2025-12-31',
    );
    const share = (state: string) =>
      ((years.filter((t) => states[t] === state).length / years.length) * 100).toFixed(1);
    const turns = years.filter((t) => states[t] !== states[t - 1]).length;
    expect(page('rotation')).toContain(
      `Of ${years.length.toLocaleString('en')} sessions of 2009 to 2025, on real prices, ${share('own')} % were in small-cap leadership, ` +
        `${share('other')} % in large-cap leadership and ${share('none')} % in neither; ${turns} changed the state.`,
    );
  });

  it('of the calls as they would have been is what docs/methods/calls.md says, by an independent program', () => {
    const { figures } = referencesOf(join(sharedDir, secondReferences)).find(
      ({ session }) => session === '2025-12-31',
    )!;
    const value = (part: string) => Number(figures[`stance.IWM:SPY.21d.${part}`]);
    const percent = (part: string) => `${(value(part) * 100).toFixed(1)} %`;
    expect(page('calls')).toContain(
      `${value('n').toLocaleString('en')} calls, ${value('apart')} of them separate, ${percent('hitrate')} hits, ${percent('baseline')} by luck`,
    );
  });
});
