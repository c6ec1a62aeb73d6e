import { type ProviderState, valuesOf } from './provider-state.ts';
import type { Reply, Route } from './replies.ts';

const csv = (lines: readonly string[]): Reply => ({
  status: 200,
  type: 'text/csv',
  body: `${lines.join('\n')}\n`,
});
const american = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

const byDate = (world: ProviderState, series: string): ReadonlyMap<string, number | null> =>
  new Map(valuesOf(world, series).map((row) => [row.date, row.value]));

const parColumns = { DGS3MO: '3 Mo', DGS2: '2 Yr', DGS10: '10 Yr', DGS30: '30 Yr' } as const;

/** The world has no yield of five years: par is that of two, and real what the breakeven makes of it. */
function curves(world: ProviderState, isReal: boolean, year: string): string[] {
  const [two, breakeven, ten] = ['DGS2', 'T5YIE', 'DFII10'].map((series) => byDate(world, series));
  const par = Object.keys(parColumns).map((series) => byDate(world, series));
  const days = [...(two?.keys() ?? [])].filter((date) => date.startsWith(year)).toReversed();
  if (!isReal)
    return [
      [
        'Date',
        '"1 Mo"',
        '"1.5 Month"',
        '"5 Yr"',
        ...Object.values(parColumns).map((name) => `"${name}"`),
      ].join(','),
      ...days.map((date) =>
        [american(date), '4.1', '', two?.get(date) ?? '', ...par.map((one) => one.get(date) ?? '')].join(','),
      ),
    ];
  return [
    'Date,"5 YR","7 YR","10 YR","20 YR","30 YR"',
    ...days.map((date) => {
      const [nominal, even] = [two?.get(date), breakeven?.get(date)];
      const five = nominal == null || even == null ? '' : (nominal - even).toFixed(2);
      return [american(date), five, '2.02', ten?.get(date) ?? '', '2.58', '2.78'].join(',');
    }),
  ];
}

const treasury: Route = {
  provider: 'treasury',
  path: /^\/resource-center\/data-chart-center\/interest-rates\/daily-treasury-rates\.csv\/(\d{4})\/all$/,
  answer(world, { query }, [, year = '']) {
    const lines = curves(world, query.get('type') === 'daily_treasury_real_yield_curve', year);
    // Of a year that has no day yet the Treasury sends nothing, with a status of 200.
    return lines.length === 1 ? { status: 200, type: 'text/csv', body: '' } : csv(lines);
  },
};

const chicagofed: Route = {
  provider: 'chicagofed',
  path: /^\/-\/media\/publications\/nfci\/nfci-data-series-csv\.csv$/,
  answer: (world) =>
    csv([
      'Friday_of_Week,NFCI,ANFCI,Risk,Credit,Leverage,Nonfinancial_Leverage',
      ...valuesOf(world, 'NFCI').map(
        ({ date, value }) => `${american(date)},${value ?? ''},-0.49,-0.59,-0.03,0.42,-0.39`,
      ),
    ]),
};

const empire: Route = {
  provider: 'empire',
  path: /^\/medialibrary\/media\/survey\/empire\/data\/esms_seasonallyadjusted_diffusion\.csv$/,
  answer: (world) =>
    csv([
      'surveyDate,NOCDISA,GACDISA,GAFDISA',
      ...valuesOf(world, 'GACDISA066MSFRBNY').map(
        ({ date, value }) => `${monthEnd(date)},1.5,${value ?? 'ND'},ND`,
      ),
    ]),
};

const monthEnd = (first: string): string =>
  new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).toISOString().slice(0, 10);

const monthName = (date: string, form: 'short' | 'long'): string =>
  new Date(`${date}T00:00:00Z`).toLocaleString('en-US', { month: form, timeZone: 'UTC' });

const philadelphiafed: Route = {
  provider: 'philadelphiafed',
  path: /^\/-\/media\/frbp\/assets\/surveys-and-data\/mbos\/historical-data\/diffusion-indexes\/bos_dif\.csv$/,
  answer: (world) =>
    csv([
      'DATE,GAC,GAF,NOC',
      ...valuesOf(world, 'GACDFSA066MSFRBPHI').map(
        ({ date, value }) => `${monthName(date, 'short')}-${date.slice(2, 4)},${value ?? ''},20.1,3.4`,
      ),
    ]),
};

const michigan: Route = {
  provider: 'michigan',
  path: /^\/files\/tbmics\.csv$/,
  answer(world) {
    const known = valuesOf(world, 'UMCSENT').filter(({ value }) => value !== null);
    const rows = known.map(({ date, value }) => `${monthName(date, 'long')},${date.slice(0, 4)},${value}`);
    const now = world.now.slice(0, 10);
    // The month that is not over, with its preliminary value.
    return csv(['Month,YYYY,ICS_ALL', ...rows, `${monthName(now, 'long')},${now.slice(0, 4)},99.9`]);
  },
};

/** Who publishes a macro series itself. */
export const publishers: readonly Route[] = [treasury, chicagofed, empire, philadelphiafed, michigan];
