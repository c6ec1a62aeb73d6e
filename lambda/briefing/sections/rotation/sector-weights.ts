import { sectorId } from '../../../figures/prices/sector-id.ts';
import type { Absence, Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatShortDate } from '../../words/format.ts';
import { disclosureGap } from '../disclosure-gap.ts';

/**
 * What the index fund is made of, by its publisher's own list; says why where none is at hand. Null where the edition
 * follows no such list.
 */
export function sectorWeights({ words, edition, header, view }: Context): Table | Absence | null {
  const { underlying } = edition;
  if (!edition.holdings.includes(underlying)) return null;
  const head = { id: 'sector-weights', title: `Sectors of ${underlying}` };
  const held = view.panel.disclosures.holdings.get(underlying);
  const sectors = [...(held?.weights.keys() ?? [])].map((name) => ({ name, id: sectorId(underlying, name) }));
  const [first] = sectors;
  if (held === undefined || first === undefined || !words.known(first.id)) {
    const why = first === undefined ? undefined : words.why(first.id);
    const gap = disclosureGap({ header, words }, `holdings:${underlying}`, 'fund holdings');
    return { kind: 'absence', ...head, reason: why ?? gap };
  }
  return {
    kind: 'table',
    ...head,
    subtitle: `Share of the fund’s assets, by its own list of ${formatShortDate(held.asOf)}`,
    columns: [{ label: 'Weight', align: 'end' }],
    rows: sectors.map(({ name, id }) => ({ label: name, cells: [{ figure: id }] })),
    notes: [],
  };
}
