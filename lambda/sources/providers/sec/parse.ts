import { InputError } from '../../../errors.ts';
import { namedText } from '../../../outside-text.ts';
import type { Fact } from '../../../series/filings.ts';
import { leadingDate } from '../../parsing/dates.ts';
import type { ParseContext, ParsedFilings } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { companyConcept } from './schema.ts';

/** What is asked for under concepts of the US-GAAP taxonomy. */
export type ConceptKind = 'filings' | 'income' | 'shares';

/** What a concept is called in an error, its unit, and its names. */
interface ConceptSpec {
  readonly title: string;
  readonly unit: 'USD' | 'shares';
  /**
   * In the order in which they are asked for: a company uses one of them at a time, and what it filed under another
   * ended long ago.
   */
  readonly tags: readonly string[];
}

export const concepts: Readonly<Record<ConceptKind, ConceptSpec>> = {
  filings: {
    title: 'capital expenditure',
    unit: 'USD',
    tags: ['PaymentsToAcquirePropertyPlantAndEquipment', 'PaymentsToAcquireProductiveAssets'],
  },
  income: { title: 'net income', unit: 'USD', tags: ['NetIncomeLoss'] },
  shares: {
    title: 'weighted diluted shares',
    unit: 'shares',
    tags: ['WeightedAverageNumberOfDilutedSharesOutstanding'],
  },
};

/**
 * Reads the facts of one concept of one company: one a period and filing, as filed. It does not say the company's
 * symbol; the caller compares `company` with the number asked for.
 *
 * @throws InputError
 */
export const conceptParser =
  (kind: ConceptKind) =>
  (bytes: Uint8Array, about: ParseContext): ParsedFilings => {
    const { title, unit, tags } = concepts[kind];
    const { cik, tag, units } = shaped(companyConcept, jsonOf(bytes));
    if (!tags.includes(tag))
      throw new InputError(`asked for ${title}, answered with ${namedText(tag)}`, { field: 'tag' });
    const given = units[unit];
    if (given === undefined)
      throw new InputError(unit === 'USD' ? 'no values in US dollars' : 'no numbers of shares', {
        field: 'units',
      });
    const facts = given.flatMap(({ start, end, val, filed }): Fact[] => {
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
  };
