import { describe, expect, it } from 'vitest';
import { idsOf, inputsOf, type Read, verdictOf } from '../../../../lambda/analytics/verdict.ts';
import type { ClaimVerdict, Rule, Test } from '../../../../lambda/editions/claim.ts';
import { tnaClaims as claims } from '../../../../lambda/editions/tna-claims/index.ts';

type Values = Readonly<Record<string, number | string | null>>;
/** Values that support a claim; what changes in them so that they do not, and the verdict then; what makes it not computable. */
type Fixture = readonly [supporting: Values, otherwise: Values, verdict: ClaimVerdict, missing: Values];

const [ours, theirs] = ['small-cap leadership', 'large-cap leadership'];
const core = { 'macro.corecpi.yoy': 0.03, 'macro.corecpi.yoy.before': 0.031 };

/** By hand, from the limits of the contract: at a limit where that decides. */
const fixtures: Readonly<Record<string, Fixture>> = {
  '01': [
    { 'excess.IWM:MEGA.63d': 0.01, 'excess.IWM:MEGA.21d': 0.02, 'excess.IWM:MEGA.126d': 1e-8 },
    { 'excess.IWM:MEGA.126d': 0 },
    'mixed',
    { 'excess.IWM:MEGA.21d': null },
  ],
  '02': [
    { 'rotation.state': ours, 'rotation.age': 10, 'rs.IWM:SPY.vs200': -0.1 },
    { 'rotation.state': 'no clear leadership' },
    'not supported',
    { 'rs.IWM:SPY.vs200': null },
  ],
  '03': [
    { 'excess.IWM:SPY.ytd': 0.01, 'excess.IWM:SPY.qtd': 0.01, 'excess.IWM:SPY.mtd': 0.01 },
    { 'excess.IWM:SPY.ytd': -0.01, 'excess.IWM:SPY.qtd': 0, 'excess.IWM:SPY.mtd': -0.01 },
    'not supported',
    { 'excess.IWM:SPY.mtd': null },
  ],
  '04': [{ 'ai.gauge': 40 }, { 'ai.gauge': 60 }, 'not supported', { 'ai.gauge': null }],
  '05': [
    { 'excess.RSP:SPY.63d': 0.01, 'excess.MEGA:RSP.63d': -0.01, 'excess.IWM:SPY.63d': 0.01 },
    { 'excess.MEGA:RSP.63d': 0 },
    'mixed',
    { 'excess.RSP:SPY.63d': null },
  ],
  '06': [
    {
      'vol.IWM:SPY.21d': 1.2,
      'vol.IWM:SPY.21d.median': 1.3,
      'macro.baa10y.change63': -0.001,
      'upvolume.IWM.63d': 0.51,
    },
    { 'vol.IWM:SPY.21d': 1.3, 'upvolume.IWM.63d': 0.5 },
    'not supported',
    { 'vol.IWM:SPY.21d.median': null },
  ],
  '07': [{ 'attention.IWM.z': 0.5 }, { 'attention.IWM.z': 0.49 }, 'mixed', { 'attention.IWM.z': null }],
  '08': [
    { 'tracking.TNA.21d': 19 / 21 },
    { 'tracking.TNA.21d': 14 / 21 },
    'not supported',
    { 'tracking.TNA.21d': null },
  ],
  '10': [
    { 'near.TNA.5d': 0.95, 'near.TNA.63d': 0.5 },
    { 'near.TNA.5d': 0.84 },
    'not supported',
    { 'near.TNA.63d': null },
  ],
  '11': [
    { 'weight.IWM.Industrials': 0.15, 'weight.IWM.Industrials.rank': 3 },
    { 'weight.IWM.Industrials': 0.12, 'weight.IWM.Industrials.rank': 4 },
    'mixed',
    { 'weight.IWM.Industrials': null },
  ],
  '12': [
    {
      'macro.indpro.3m3m': 0.001,
      'macro.retail.3m3m': 0.001,
      'macro.payrolls.3m': 100,
      'macro.claims.4w': 220_000,
      'macro.claims.26w': 220_000,
      'macro.openings.3m3m': -0.01,
    },
    { 'macro.payrolls.3m': 99 },
    'mixed',
    { 'macro.payrolls.3m': null },
  ],
  '13': [
    {
      ...core,
      'macro.cpi.yoy': 0.03,
      'macro.cpi.yoy.before': 0.03,
      'macro.corepce.yoy': 0.027,
      'macro.corepce.yoy.before': 0.028,
      'macro.corecpi.3m': 0.029,
    },
    { 'macro.corecpi.3m': 0.03, 'macro.corepce.yoy': 0.028 },
    'not supported',
    { 'macro.corepce.yoy.before': null },
  ],
  '14': [
    { 'macro.regional.z': 0.25, 'macro.empire.3m': 1, 'macro.philadelphia.3m': 1 },
    { 'macro.regional.z': 0.24 },
    'mixed',
    { 'macro.regional.z': null },
  ],
  '15': [
    {
      'excess.XLI:SPY.63d': 0.01,
      'excess.XHB:SPY.63d': 0.01,
      'excess.KRE:SPY.63d': 0.01,
      'excess.XLF:SPY.63d': 0,
    },
    { 'excess.XLI:SPY.63d': -0.01, 'excess.XHB:SPY.63d': -0.01 },
    'not supported',
    { 'excess.XLI:SPY.63d': null },
  ],
  '16': [
    { 'wins.IWM:SPY.20d': 12, 'wins.IWM:QQQ.20d': 12 },
    { 'wins.IWM:SPY.20d': 10, 'wins.IWM:QQQ.20d': 10 },
    'not supported',
    { 'wins.IWM:QQQ.20d': null },
  ],
  '17': [
    { 'rotation.state': ours, 'rotation.age': 21, 'rs.IWM:SPY.vs50': 0.01 },
    { 'rotation.age': 22 },
    'mixed',
    { 'rotation.state': null },
  ],
  '18': [
    {
      'macro.sahm': 0.29,
      'macro.payrolls.3m': 50,
      'macro.claims.4w': 210_000,
      'macro.claims.52w': 200_000,
      'macro.unrate.change12m': 4.3 - 4.0,
    },
    { 'macro.sahm': 0.3, 'macro.payrolls.3m': 49 },
    'not supported',
    { 'macro.sahm': null },
  ],
  '19': [
    { 'macro.corecpi.3m': 0.03, 'macro.corecpi.yoy': 0.03, 'macro.breakeven5y': 0.025 },
    { 'macro.breakeven5y': 0.026 },
    'mixed',
    { 'macro.corecpi.3m': null },
  ],
  '20': [
    { ...core, 'macro.unrate.abovelow': 0.3, 'macro.gdp.saar': 0.011, 'macro.sahm': 0.49 },
    { 'macro.gdp.saar': 0.01 },
    'mixed',
    { 'macro.sahm': null },
  ],
  '21': [
    { 'macro.policygap': -0.0025 },
    { 'macro.policygap': 0 },
    'not supported',
    { 'macro.policygap': null },
  ],
  '22': [
    { 'sens.IWM-SPY:DGS2.252d.t': -2 },
    { 'sens.IWM-SPY:DGS2.252d.t': 1.99 },
    'mixed',
    { 'sens.IWM-SPY:DGS2.252d.t': null },
  ],
  '23': [
    { 'rs.IWM:SPY.percentile5y': 0.25 },
    { 'rs.IWM:SPY.percentile5y': 0.5 },
    'not supported',
    { 'rs.IWM:SPY.percentile5y': null },
  ],
  '24': [
    {
      'excess.IWM:SPY.3m': 0.01,
      'excess.IWM:SPY.1m': 0.01,
      'excess.IWM:QQQ.1m': 0.01,
      'excess.IWM:QQQ.3m': 0.01,
    },
    { 'excess.IWM:QQQ.3m': 0 },
    'mixed',
    { 'excess.IWM:SPY.3m': null },
  ],
  '25': [
    { 'excess.XLI:SPY.63d': 0.01, 'macro.indpro.3m3m': 0.01, 'macro.capexorders.3m3m': 0.01 },
    { 'macro.indpro.3m3m': 0, 'macro.capexorders.3m3m': -0.01 },
    'not supported',
    { 'macro.capexorders.3m3m': null },
  ],
  '26': [
    { 'macro.baa10y.change63': -1e-4, 'macro.nfci.change63': -0.1, 'macro.ust2y.change63': -0.001 },
    { 'macro.ust2y.change63': 0 },
    'mixed',
    { 'macro.nfci.change63': null },
  ],
  '27': [
    { 'ai.gauge.change.63d': -1, 'rs.IWM:SPY.percentile5y': 0.5 },
    { 'ai.gauge.change.63d': 0, 'rs.IWM:SPY.percentile5y': 0.6 },
    'not supported',
    { 'ai.gauge.change.63d': null },
  ],
  '28': [
    { 'valuation.MEGA7.pe': 30 },
    { 'valuation.MEGA7.pe': 29.9 },
    'mixed',
    { 'valuation.MEGA7.pe': null },
  ],
  '29': [
    { 'capex.MEGA7.yoy': 0.3, 'capex.MEGA7.yoy.change': -0.1 },
    { 'capex.MEGA7.yoy.change': -0.09 },
    'not supported',
    { 'capex.MEGA7.yoy.change': null },
  ],
  '30': [
    { 'macro.manufacturing.jobs.3m': 1, 'excess.XLI:SPY.63d': 0.01, 'macro.regional.z': 0.1 },
    { 'macro.manufacturing.jobs.3m': 0 },
    'mixed',
    { 'macro.regional.z': null },
  ],
  '31': [
    { 'macro.housing.3m.yoy': 0.01, 'excess.XHB:SPY.63d': 0.01, 'excess.ITB:SPY.63d': 0.01 },
    { 'macro.housing.3m.yoy': -0.01, 'excess.XHB:SPY.63d': -0.01 },
    'not supported',
    { 'excess.ITB:SPY.63d': null },
  ],
  '32': [
    { 'excess.KRE:SPY.63d': 0.01, 'excess.KRE:XLF.63d': 0.01, 'macro.curve.2s10s.change63': 0.001 },
    { 'excess.KRE:XLF.63d': -0.01 },
    'mixed',
    { 'macro.curve.2s10s.change63': null },
  ],
  '33': [
    { 'rates.cyclicals.504d': -0.2 },
    { 'rates.cyclicals.504d': 0.2 },
    'not supported',
    { 'rates.cyclicals.504d': null },
  ],
  '34': [
    { 'macro.gdp.saar': 0.02, 'macro.gdp.low4': 0.001 },
    { 'macro.gdp.saar': 0.0099 },
    'not supported',
    { 'macro.gdp.low4': null },
  ],
  '35': [
    { 'capture.TNA.down': 3.03, 'capture.TNA.up': 2.97 },
    { 'capture.TNA.up': 2.96 },
    'mixed',
    { 'capture.TNA.down': null },
  ],
  '36': [
    { 'gap.TNA.63d.compounding': -0.01, 'gap.TNA.252d.compounding': -0.01 },
    { 'gap.TNA.63d.compounding': 0, 'gap.TNA.252d.compounding': 0.01 },
    'not supported',
    { 'gap.TNA.252d.compounding': null },
  ],
  '37': [{ 'volgap.TNA.252d': -0.3 }, { 'volgap.TNA.252d': -0.1 }, 'mixed', { 'volgap.TNA.252d': null }],
  '38': [
    {
      'gap.TNA.252d.total': -0.1,
      'drawdown.TNA.max1y': -0.5,
      'return.TNA.252d': 0.2,
      'return.IWM.252d': 0.1,
    },
    { 'drawdown.TNA.max1y': -0.49 },
    'mixed',
    { 'drawdown.TNA.max1y': null },
  ],
  '39': [
    { 'cost.TNA.252d.rate': 0.1, 'cost.margin.252d': 0.1 },
    { 'cost.TNA.252d.rate': 0.11 },
    'not supported',
    { 'cost.margin.252d': null },
  ],
  '40': [
    { 'return.TNA.63d': 0.1, 'breadth.above50': 0.6, 'breadth.up63': 0.7 },
    { 'return.TNA.63d': 0.09, 'breadth.above50': 0.5, 'breadth.up63': 0.6 },
    'not supported',
    { 'breadth.up63': null },
  ],
  '41': [
    { 'held.IWM.S1.low': 0.51, 'held.IWM.S1.high': 0.6 },
    { 'held.IWM.S1.low': 0.3, 'held.IWM.S1.high': 0.49 },
    'not supported',
    { 'held.IWM.S1.low': null, 'held.IWM.S1.high': null },
  ],
  '42': [{ 'event.move.t': 2 }, { 'event.move.t': 0 }, 'not supported', { 'event.move.t': null }],
  '43': [
    { ...core, 'macro.ust2y.change63': -0.001, 'macro.policygap': 0.0025 },
    { 'macro.policygap': 0.003 },
    'mixed',
    { 'macro.policygap': null },
  ],
  '44': [
    { 'macro.empire': 1, 'macro.philadelphia': 1, 'macro.services': 1 },
    { 'macro.empire': -1, 'macro.philadelphia': 0 },
    'not supported',
    { 'macro.services': null },
  ],
  '45': [
    { 'sens.IWM-SPY:DOLLAR.252d.t': 2 },
    { 'sens.IWM-SPY:DOLLAR.252d.t': -2 },
    'not supported',
    { 'sens.IWM-SPY:DOLLAR.252d.t': null },
  ],
  '46': [
    {
      'study.trough.excess.126d.n': 20,
      'study.trough.excess.126d.diff': 0.03,
      'study.trough.excess.126d.q': 0.1,
    },
    { 'study.trough.excess.126d.q': 0.2 },
    'mixed',
    { 'study.trough.excess.126d.diff': null },
  ],
  '47': [{ 'phase.excess': 0.02 }, { 'phase.excess': -0.02 }, 'not supported', { 'phase.excess': null }],
  '48': [
    { 'macro.policygap': -0.0025, 'macro.cutting': 'yes' },
    { 'macro.cutting': 'no' },
    'mixed',
    { 'macro.cutting': null },
  ],
  '49': [{ 'amplify.TNA.21d': 3 }, { 'amplify.TNA.21d': 2.9 }, 'mixed', { 'amplify.TNA.21d': null }],
  '50': [
    { 'drawdown.TNA.max1y': -0.5, 'drawdown.IWM.max1y': -0.2 },
    { 'drawdown.TNA.max1y': -0.45 },
    'not supported',
    { 'drawdown.IWM.max1y': null },
  ],
  '51': [
    { 'atr.TNA.range63': 1.75 },
    { 'atr.TNA.range63': 1.4 },
    'not supported',
    { 'atr.TNA.range63': null },
  ],
  '52': [{ 'overnight.IWM': 1 / 3 }, { 'overnight.IWM': 0.4 }, 'mixed', { 'overnight.IWM': null }],
  '53': [
    { 'sideways.TNA.21d': -0.0075 },
    { 'sideways.TNA.21d': -0.005 },
    'not supported',
    { 'sideways.TNA.21d': null },
  ],
  '54': [
    { 'earnings.MEGA7.reaction.t': 2 },
    { 'earnings.MEGA7.reaction.t': 1 },
    'mixed',
    { 'earnings.MEGA7.reaction.t': null },
  ],
  '55': [{ 'event.ust2y.t': 2 }, { 'event.ust2y.t': 1 }, 'mixed', { 'event.ust2y.t': null }],
  '56': [
    { 'hedge.TNA.fullshare': 0.06 },
    { 'hedge.TNA.fullshare': 0.1 },
    'not supported',
    { 'hedge.TNA.fullshare': null },
  ],
  '57': [
    { 'election.days': 180, 'macro.vix.percentile5y': 0.75 },
    { 'election.days': 181 },
    'mixed',
    { 'macro.vix.percentile5y': null },
  ],
  '58': [
    { 'rs.RSP:SPY.vs200': 0.01, 'excess.MEGA:RSP.63d': -0.01, 'rs.IWM:MGK.vs200': 0.01 },
    { 'rs.RSP:SPY.vs200': -0.01, 'excess.MEGA:RSP.63d': 0.01, 'rs.IWM:MGK.vs200': 0 },
    'not supported',
    { 'rs.IWM:MGK.vs200': null },
  ],
  '59': [{ 'balance.macro': 2 }, { 'balance.macro': -1 }, 'not supported', { 'balance.macro': null }],
  '60': [
    {
      'stance.IWM:SPY.21d.hitrate': 0.6,
      'stance.IWM:SPY.21d.low': 0.53,
      'stance.IWM:SPY.21d.baseline': 0.52,
    },
    { 'stance.IWM:SPY.21d.low': 0.5 },
    'mixed',
    { 'stance.IWM:SPY.21d.low': null },
  ],
  '61': [
    { 'var95.exceed.252d': 18, 'var95.kupiec.252d': 3.8 },
    { 'var95.exceed.252d': 22, 'var95.kupiec.252d': 5.9 },
    'not supported',
    { 'var95.exceed.252d': null, 'var95.kupiec.252d': null },
  ],
};

/** Cases of named rules that the three leave out. */
const named: readonly (readonly [number: string, Values, ClaimVerdict])[] = [
  ['02', { 'rotation.state': theirs, 'rotation.age': 30, 'rs.IWM:SPY.vs200': 0.1 }, 'not supported'],
  ['17', { 'rotation.state': theirs, 'rotation.age': 3, 'rs.IWM:SPY.vs50': 0 }, 'not supported'],
  ['17', { 'rotation.state': theirs, 'rotation.age': 3, 'rs.IWM:SPY.vs50': 0.01 }, 'mixed'],
  ['17', { 'rotation.state': ours, 'rotation.age': 22, 'rs.IWM:SPY.vs50': -0.01 }, 'mixed'],
];

/** What each claim is held to here: values, and the verdict on them. */
function casesOf(number: string): readonly (readonly [Values, ClaimVerdict])[] {
  const [supporting, otherwise, verdict, missing] = fixtures[number] ?? [{}, {}, 'not computable', {}];
  const [holds, fails, unknown] = [
    supporting,
    { ...supporting, ...otherwise },
    { ...supporting, ...missing },
  ];
  return [
    ...(number in fixtures ? ([[holds, 'supported']] as const) : []),
    [fails, verdict],
    [unknown, 'not computable'],
    ...named.filter(([of]) => of === number).map(([, values, said]) => [values, said] as const),
  ];
}

const opposite = {
  ...({ '>': '<=', '>=': '<', '<': '>=', '<=': '>' } as const),
  ...({ word: 'not word', 'not word': 'word' } as const),
};

/** The rules that differ from a rule in one comparison, which is the opposite, or in which limit of a scale is which. */
function turnedRound(rule: Rule): Rule[] {
  if (rule.form === 'none') return [];
  if (rule.form === 'scale') return [{ ...rule, supported: rule.notSupported, notSupported: rule.supported }];
  const each = (tests: readonly Test[]) =>
    tests.map((_, i) =>
      tests.map((test, k) => (k === i ? ({ ...test, is: opposite[test.is] } as Test) : test)),
    );
  if (rule.form === 'count') return each(rule.tests).map((tests) => ({ ...rule, tests }));
  return rule.cases.flatMap((one, i) =>
    each(one.tests).map((tests) => ({
      ...rule,
      cases: rule.cases.map((other, k) => (k === i ? { ...one, tests } : other)),
    })),
  );
}

const said = (number: string, values: Values): ClaimVerdict => {
  const read: Read = (id) => values[id];
  return verdictOf(claims.find((claim) => claim.number === number)!.rule, read);
};

describe.each(Object.entries(fixtures))('claim %s', (number, [supporting, otherwise, verdict, missing]) => {
  it(`is supported, ${verdict} and not computable by figures that are so`, () => {
    expect(said(number, supporting)).toBe('supported');
    expect(said(number, { ...supporting, ...otherwise })).toBe(verdict);
    expect(said(number, { ...supporting, ...missing })).toBe('not computable');
  });

  it('reads no figure that its fixture lacks, and leads with one that it reads', () => {
    const { rule, lead } = claims.find((claim) => claim.number === number)!;
    const given = Object.keys(supporting);
    expect(inputsOf(rule).filter((id) => !given.includes(id))).toEqual([]);
    expect(lead).not.toBeNull();
  });
});

describe('the ledger of TNA', () => {
  it('has 61 rows, numbered in order, of which only the opinion has no rule', () => {
    const numbers = Array.from({ length: 61 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(claims.map(({ number }) => number)).toEqual(numbers);
    expect(claims.filter(({ rule }) => rule.form === 'none').map(({ number }) => number)).toEqual(['09']);
    expect(Object.keys(fixtures).toSorted()).toEqual(numbers.filter((number) => number !== '09'));
  });

  it.each(named)('says of claim %s by its other case: %o is %s', (number, values, verdict) => {
    expect(said(number, values)).toBe(verdict);
  });

  it('has fixtures that notice any comparison turned round', () => {
    const unnoticed = claims.flatMap(({ number, rule }) =>
      turnedRound(rule).flatMap((turned, i) => {
        const same = casesOf(number).every(
          ([values, verdict]) => verdictOf(turned, (id) => values[id]) === verdict,
        );
        return same ? [`${number}, comparison ${i}`] : [];
      }),
    );
    expect(unnoticed).toEqual([]);
  });

  it('leads a row with a number of its own subject', () => {
    for (const { lead, title } of claims)
      for (const id of lead === null ? [] : idsOf(lead)) expect(id, title).toMatch(/^[a-z]\w*\./);
  });
});
