import { InputError } from '../../../errors.ts';
import { namedText } from '../../../outside-text.ts';
import { leadingDate } from '../../parsing/dates.ts';
import { observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { rates } from './schema.ts';

type Field = 'percentRate' | 'targetRateFrom' | 'targetRateTo';

/** The rate and the field behind a FRED name. */
export const nyfedRates: Readonly<Record<string, { readonly type: 'EFFR' | 'SOFR'; readonly field: Field }>> =
  {
    DFEDTARU: { type: 'EFFR', field: 'targetRateTo' },
    DFEDTARL: { type: 'EFFR', field: 'targetRateFrom' },
    EFFR: { type: 'EFFR', field: 'percentRate' },
    SOFR: { type: 'SOFR', field: 'percentRate' },
  };

/** Reference rates of the New York Fed, in percent, newest first. @throws InputError */
export function parseNyfed(bytes: Uint8Array, about: ParseContext): ParsedObservations {
  const wanted = nyfedRates[about.series];
  if (wanted === undefined) throw new InputError(`${about.series} is no reference rate`);
  const given = shaped(rates, jsonOf(bytes)).refRates.map((rate) => {
    if (rate.type !== wanted.type)
      throw new InputError(`asked for ${wanted.type}, answered with ${namedText(rate.type)}`, {
        field: 'type',
      });
    const value = rate[wanted.field] ?? Number.NaN;
    if (value < -5 || value > 30)
      throw new InputError(`${value} is no rate in percent`, { field: wanted.field });
    return { date: leadingDate(rate.effectiveDate), value };
  });
  return { observations: observationsOf(about.series, given), complaints: [] };
}
