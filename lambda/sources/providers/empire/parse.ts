import { datedColumn } from '../../parsing/dated-column.ts';
import { leadingDate } from '../../parsing/dates.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';

/**
 * General business conditions of the Empire State survey, seasonally adjusted. The file has the month's last day, FRED
 * its first. https://www.newyorkfed.org/survey/empire/empiresurvey_overview
 *
 * @throws InputError
 */
export const parseEmpire = (bytes: Uint8Array, about: ParseContext): ParsedObservations =>
  datedColumn(bytes, about, {
    dates: 'surveyDate',
    values: 'GACDISA',
    dateOf: (cell) => leadingDate(cell).replace(/\d\d$/, '01'),
  });
