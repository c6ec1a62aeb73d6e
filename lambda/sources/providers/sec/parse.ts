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
    refuseOtherUnits(kind, possible);
    const early = facts.length - possible.length;
    const complaints = early === 0 ? [] : [`facts filed before their period was over, left out: ${early}`];
    return { filings: { symbol: about.series, company: cik, concept: tag, facts: possible }, complaints };
  };

/** Years before the newest period in which values are held against each other; before, a company was another one. */
const years = 3;

/** Times that a value may be above or below the median: splits are up to 20 for 1, quarters may be near zero. */
const furthest = 300;

/** Shares of a company that is large today; in thousands or millions they are fewer. */
const fewestShares = 5e7;

/** @throws InputError when a value is filed in thousands or millions, as some are, alone or with all others */
function refuseOtherUnits(kind: ConceptKind, facts: readonly Fact[]): void {
  const newest = facts
    .map(({ end }) => end)
    .toSorted()
    .at(-1)!;
  const from = `${Number(newest.slice(0, 4)) - years}${newest.slice(4)}`;
  const days = ({ start, end }: Fact) => (Date.parse(end) - Date.parse(start)) / 86_400_000;
  const recent = facts
    .filter(({ end, value }) => end >= from && value !== 0)
    .map((fact) => ({ fact, size: Math.abs(fact.value) / (kind === 'shares' ? 1 : days(fact)) }));
  const middle = recent.map(({ size }) => size).sort((a, b) => a - b)[recent.length >> 1] ?? 0;
  const odd = recent.find(({ size }) => size * furthest < middle || size > middle * furthest);
  const few = kind === 'shares' && middle < fewestShares ? recent.at(-1) : undefined;
  const { fact } = odd ?? few ?? {};
  if (fact !== undefined)
    throw new InputError(
      `${concepts[kind].title} of the period to ${fact.end} is ${fact.value}, as in another unit`,
      { field: 'units' },
    );
}
