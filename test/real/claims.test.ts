import { expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { ledgerOf } from '../../lambda/figures/claims/ledger.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

/** Supported, mixed, not supported, not computable: at the 204 month ends of 2009 to 2025, as the contract has them. */
const counts: Readonly<Record<string, string>> = {
  '01': '33/92/79/0',
  '02': '40/51/113/0',
  '03': '39/81/84/0',
  '04': '38/69/74/23',
  '05': '41/50/113/0',
  '06': '30/94/80/0',
  '07': '61/61/71/11',
  '08': '139/51/14/0',
  '09': '0/0/0/204',
  '10': '134/42/15/13',
  '11': '0/0/0/204',
  '12': '122/41/41/0',
  '13': '79/44/81/0',
  '14': '57/45/80/22',
  '15': '79/37/88/0',
  '16': '22/82/100/0',
  '17': '23/80/101/0',
  '18': '139/24/40/1',
  '19': '145/15/44/0',
  '20': '59/91/53/1',
  '21': '36/15/153/0',
  '22': '7/148/49/0',
  '23': '108/27/57/12',
  '24': '34/105/65/0',
  '25': '59/63/82/0',
  '26': '29/85/90/0',
  '27': '65/90/23/26',
  '28': '0/0/0/204',
  '29': '0/0/0/204',
  '30': '35/67/78/24',
  '31': '62/46/96/0',
  '32': '40/48/116/0',
  '33': '9/54/141/0',
  '34': '91/67/46/0',
  '35': '49/85/60/10',
  '36': '98/81/15/10',
  '37': '106/72/26/0',
  '38': '110/50/34/10',
  '39': '163/12/19/10',
  '40': '72/75/56/1',
  '41': '17/179/8/0',
  '42': '35/92/42/35',
  '43': '36/61/107/0',
  '44': '0/0/43/161',
  '45': '0/0/0/204',
  '46': '0/0/0/204',
  '47': '18/110/62/14',
  '48': '11/45/148/0',
  '49': '51/107/35/11',
  '50': '140/41/13/10',
  '51': '114/71/17/2',
  '52': '107/74/23/0',
  '53': '82/52/59/11',
  '54': '0/0/0/204',
  '55': '87/69/12/36',
  '56': '47/83/74/0',
  '57': '15/61/116/12',
  '58': '43/71/90/0',
  '59': '66/82/56/0',
  '60': '0/146/58/0',
  '61': '110/59/35/0',
};

describeShared('how often each verdict was given', () => {
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
    expect(Object.fromEntries(found)).toEqual(counts);
  });
});
