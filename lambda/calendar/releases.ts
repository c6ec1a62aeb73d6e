/** A publication of macro figures, with the hour at which its publisher gives it out. */
export interface Release {
  readonly name: string;
  /** New York time `HH:MM`. */
  readonly time: `${number}:${number}`;
  /** FRED names of the series that it brings. */
  readonly series: readonly string[];
  /** Whether markets wait for it more than for the others. */
  readonly major?: true;
}

/** The hours that the publishers announce for their regular releases. */
export const regularReleases: readonly Release[] = [
  { name: 'Employment situation', time: '08:30', series: ['UNRATE', 'PAYEMS', 'MANEMP'], major: true },
  { name: 'Consumer price index', time: '08:30', series: ['CPIAUCSL', 'CPILFESL'], major: true },
  { name: 'Producer price index', time: '08:30', series: [] },
  { name: 'Employment cost index', time: '08:30', series: [] },
  { name: 'Personal income and outlays', time: '08:30', series: ['PCEPI', 'PCEPILFE'] },
  { name: 'Gross domestic product', time: '08:30', series: ['GDPC1'] },
  { name: 'Retail sales', time: '08:30', series: ['RSAFS'] },
  { name: 'Housing starts', time: '08:30', series: ['HOUST'] },
  { name: 'Durable goods orders', time: '08:30', series: ['DGORDER', 'NEWORDER'] },
  { name: 'Jobless claims', time: '08:30', series: ['ICSA'] },
  { name: 'Empire State manufacturing survey', time: '08:30', series: ['GACDISA066MSFRBNY'] },
  { name: 'Philadelphia manufacturing survey', time: '08:30', series: ['GACDFSA066MSFRBPHI'] },
  { name: 'Financial conditions index', time: '08:30', series: ['NFCI'] },
  { name: 'Industrial production', time: '09:15', series: ['INDPRO'] },
  { name: 'Job openings', time: '10:00', series: ['JTSJOL'] },
  { name: 'Consumer sentiment', time: '10:00', series: ['UMCSENT'] },
  { name: 'Dallas manufacturing survey', time: '10:30', series: ['BACTSAMFRBDAL'] },
  { name: 'Dallas services survey', time: '10:30', series: ['TSSOSBACTSAMFRBDAL'] },
];

/** The release that brings a series; undefined for daily rates, which have no hour of their own. */
export const releaseOf = (series: string): Release | undefined =>
  regularReleases.find((release) => release.series.includes(series));
