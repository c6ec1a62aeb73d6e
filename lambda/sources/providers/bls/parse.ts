import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { decimal } from '../../parsing/number.ts';
import { observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { UnknownSeries } from '../../parsing/unknown-series.ts';
import { timeseries } from './schema.ts';

/** The bureau's own name of a series that FRED carries; same values, seasonally adjusted. */
export const blsSeries: Readonly<Record<string, string>> = {
  CPIAUCSL: 'CUSR0000SA0',
  CPILFESL: 'CUSR0000SA0L1E',
  UNRATE: 'LNS14000000',
  PAYEMS: 'CES0000000001',
  JTSJOL: 'JTS000000000000000JOL',
};

/**
 * A series of the Bureau of Labor Statistics: newest first, `-` for a month that was never published, `M13` for
 * the annual average, and HTTP 200 whatever happened.
 *
 * @throws InputError, UnknownSeries
 */
export function parseBls(bytes: Uint8Array, about: ParseContext): ParsedObservations {
  const answer = shaped(timeseries, jsonOf(bytes));
  const said = namedText(answer.message.join(' '));
  if (answer.status !== 'REQUEST_SUCCEEDED') throw new InputError(`${namedText(answer.status)}: ${said}`);
  const wanted = blsSeries[about.series];
  const series = answer.Results?.series ?? [];
  const found = series.find((one) => one.seriesID === wanted);
  if (found === undefined)
    throw new InputError(
      `asked for ${wanted}, answered with ${namedText(series.map((one) => one.seriesID).join(', ') || 'nothing')}`,
    );
  if (found.data.length === 0) throw new UnknownSeries(`no data: ${said}`);
  const given = found.data
    .filter((row) => row.period !== 'M13')
    .map((row) => {
      const month = /^M(0[1-9]|1[0-2])$/.exec(row.period)?.[1];
      if (month === undefined || !/^\d{4}$/.test(row.year))
        throw new InputError(`${quoted(`${row.year} ${row.period}`)} is no month`);
      const value = row.value === '-' ? Number.NaN : decimal(row.value);
      if (row.value !== '-' && Number.isNaN(value))
        throw new InputError(`${quoted(row.value)} is no number`, { field: 'value' });
      return { date: `${row.year}-${month}-01`, value };
    });
  return { observations: observationsOf(about.series, given), complaints: [] };
}
