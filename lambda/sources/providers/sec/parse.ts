import { InputError } from '../../../errors.ts';
import { named } from '../../../outside-text.ts';
import type { Fact } from '../../../series/filings.ts';
import { leadingDate } from '../../parsing/dates.ts';
import type { ParseContext, ParsedFilings } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { companyConcept } from './schema.ts';

/**
 * Concepts of the US-GAAP taxonomy under which companies report what they spend on plant and equipment, in the order
 * in which they are asked for. A company uses one of them at a time; what it filed under another ends long ago.
 */
export const capitalExpenditure = [
  'PaymentsToAcquirePropertyPlantAndEquipment',
  'PaymentsToAcquireProductiveAssets',
] as const;

/**
 * The facts of one concept of one company: one a period and filing, as filed. It does not say the company's symbol;
 * whoever asked compares `company` with the number asked for.
 *
 * @throws InputError
 */
export function parseConcept(bytes: Uint8Array, about: ParseContext): ParsedFilings {
  const { cik, tag, units } = shaped(companyConcept, jsonOf(bytes));
  if (!(capitalExpenditure as readonly string[]).includes(tag))
    throw new InputError(`asked for capital expenditure, answered with ${named(tag)}`, {
      field: 'tag',
    });
  if (units.USD === undefined) throw new InputError('no values in US dollars', { field: 'units' });
  const facts = units.USD.flatMap(({ start, end, val, filed }): Fact[] => {
    if (start === undefined) return [];
    const fact = {
      start: leadingDate(start),
      end: leadingDate(end),
      value: val,
      filed: leadingDate(filed),
    };
    if (fact.end <= fact.start)
      throw new InputError(`a period from ${fact.start} to ${fact.end}`, { field: 'end' });
    return [fact];
  });
  const possible = facts.filter(({ end, filed }) => filed > end);
  if (possible.length === 0) throw new InputError('no fact of any period', { field: 'units' });
  const early = facts.length - possible.length;
  const complaints = early === 0 ? [] : [`facts filed before their period was over, left out: ${early}`];
  return { filings: { symbol: about.series, company: cik, concept: tag, facts: possible }, complaints };
}
