import type { Scale } from './edition.ts';

const times = (most: number) => ({ kind: 'ratio', most }) as const;
const points = (most: number) => ({ kind: 'difference', most }) as const;

/**
 * An index of volatility, percent a year: from 9.14 to 82.69, and 2.16 times the close before on 2018-02-05 (the VIX since
 * 1990); its forerunner stood at 150.19 in 1987.
 */
export const volatilityScale = { range: [5, 160], step: times(3) } as const satisfies Scale;

/**
 * One range a series: wide enough for all that was ever published (1919 to 2026) and for as much again, narrow enough
 * that percent as fractions, percent as basis points, thousands as persons, or another series fall outside.
 */
export const tnaRanges: Readonly<Record<string, NonNullable<Scale['range']>>> = {
  CPIAUCSL: [20, 1000],
  CPILFESL: [20, 1000],
  PCEPI: [10, 500],
  PCEPILFE: [10, 500],
  UNRATE: [2, 20],
  PAYEMS: [20_000, 400_000],
  MANEMP: [5000, 40_000],
  ICSA: [100_000, 10_000_000],
  JTSJOL: [1000, 30_000],
  GDPC1: [1500, 60_000],
  INDPRO: [2, 300],
  RSAFS: [50_000, 3_000_000],
  HOUST: [200, 5000],
  DGORDER: [50_000, 1_500_000],
  NEWORDER: [10_000, 400_000],
  UMCSENT: [20, 150],
  GACDISA066MSFRBNY: [-120, 120],
  GACDFSA066MSFRBPHI: [-120, 120],
  BACTSAMFRBDAL: [-120, 120],
  TSSOSBACTSAMFRBDAL: [-120, 120],
  DFEDTARU: [0.2, 25],
  DFEDTARL: [0, 25],
  EFFR: [0, 25],
  SOFR: [-1, 25],
  DGS3MO: [-1, 25],
  DGS2: [0.05, 25],
  DGS10: [0.3, 25],
  T10Y2Y: [-5, 5],
  DFII10: [-5, 10],
  T5YIE: [-5, 10],
  BAA10Y: [0.5, 12],
  BAMLH0A0HYM2: [1, 30],
  DTWEXBGS: [50, 250],
  NFCI: [-3, 10],
  VIXCLS: volatilityScale.range,
};

/**
 * Largest step from one period to the next. A larger one is a change of base or unit within the history, or a slip of a
 * digit. Nearly twice the largest that was ever published (1919 to 2025), and less of GDP: a slip of ten per cent must show;
 * of the dollar index by judgement, as its history was not at hand. The diffusion indices of the regional banks have none:
 * theirs would be all of their range.
 */
export const tnaSteps: Readonly<Record<string, Scale['step']>> = {
  CPIAUCSL: times(1.04),
  CPILFESL: times(1.03),
  PCEPI: times(1.03),
  PCEPILFE: times(1.03),
  UNRATE: times(6),
  PAYEMS: times(1.25),
  MANEMP: times(1.25),
  ICSA: times(20),
  JTSJOL: times(1.5),
  GDPC1: times(1.1),
  INDPRO: times(1.35),
  RSAFS: times(1.4),
  HOUST: times(1.6),
  DGORDER: times(1.6),
  NEWORDER: times(1.25),
  UMCSENT: times(1.6),
  DFEDTARU: points(2),
  DFEDTARL: points(2),
  EFFR: points(3),
  SOFR: points(5),
  DGS3MO: points(3.5),
  DGS2: points(2),
  DGS10: points(1.5),
  T10Y2Y: points(1.2),
  DFII10: points(1.3),
  T5YIE: points(4),
  BAA10Y: points(1.2),
  BAMLH0A0HYM2: points(3),
  DTWEXBGS: times(1.08),
  NFCI: points(0.8),
  VIXCLS: volatilityScale.step,
};
