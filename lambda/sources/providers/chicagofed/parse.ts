import { datedColumn } from '../../parsing/dated-column.ts';
import { americanDate } from '../../parsing/dates.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';

/**
 * The National Financial Conditions Index by the Friday that ends its week, as at FRED; every week is estimated again
 * each time. https://www.chicagofed.org/research/data/nfci/current-data
 *
 * @throws InputError
 */
export const parseChicagofed = (bytes: Uint8Array, about: ParseContext): ParsedObservations =>
  datedColumn(bytes, about, { dates: 'Friday_of_Week', values: 'NFCI', dateOf: americanDate });
