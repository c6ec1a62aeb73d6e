import type * as z from 'zod';
import { isDate } from '../../../calendar/civil.ts';
import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import type { ParseContext, ParsedValuation } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { type dataPoint, productData } from './schema.ts';

type Point = z.infer<typeof dataPoint>;

/** Ratios that a fund of hundreds of companies can have. */
const possible = { priceEarnings: { least: 3, most: 150 }, priceBook: { least: 0.3, most: 50 } };

/**
 * What an iShares fund's page gives as its price over earnings and over book value, each with its day. It does not name
 * the fund, so the address asked must be trusted for that.
 *
 * @throws InputError
 */
export function parseIsharesValuation(bytes: Uint8Array, about: ParseContext): ParsedValuation {
  const { fundamentalsAndRisk } = shaped(productData, jsonOf(bytes)).componentsByNameMap;
  const containers = fundamentalsAndRisk.containersByNameMap;
  const points = Object.values(containers).map(({ dataPointsByNameMap }) => dataPointsByNameMap);
  const pointOf = (name: string): Point | undefined =>
    points.map((one) => one[name]).find((point) => point?.value !== undefined);
  const earnings = pointOf('priceEarnings');
  const priceEarnings = ratio('priceEarnings', earnings);
  if (earnings === undefined || priceEarnings === null)
    throw new InputError('no price over earnings', { field: 'priceEarnings' });
  const priceBook = ratio('priceBook', pointOf('priceBook'));
  return {
    valuation: { fund: about.series, asOf: dayOf(earnings), priceEarnings, priceBook },
    complaints: [],
  };
}

function ratio(field: keyof typeof possible, point: Point | undefined): number | null {
  const value = point?.value;
  if (value === undefined || value === null || value === '' || value === '-') return null;
  const number = typeof value === 'number' ? value : Number(value);
  const { least, most } = possible[field];
  if (!(number >= least && number <= most))
    throw new InputError(`${quoted(String(value))} is no ratio of a fund`, { field });
  return number;
}

/** `20251230`, as a number or as text. @throws InputError */
function dayOf({ asOfDate }: Point): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(String(asOfDate ?? '')) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isDate(date))
    throw new InputError(`${quoted(String(asOfDate))} is no date`, { field: 'priceEarnings.asOfDate' });
  return date;
}
