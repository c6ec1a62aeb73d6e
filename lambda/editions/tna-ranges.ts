/** Least and largest value that a series can have, in its publisher's unit. */
export type Range = readonly [least: number, most: number];

/**
 * One range a series: wide enough for all that was ever published (1919 to 2026) and for as much again, narrow enough
 * that percent as fractions, percent as basis points, thousands as persons, or another series fall outside.
 */
export const tnaRanges: Readonly<Record<string, Range>> = {
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
  VIXCLS: [5, 150],
};
