import type { Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { said, say } from '../../words/sentence.ts';

const conditions = [
  {
    label: 'Inflation is falling',
    name: 'inflation',
    reading: 'macro.corecpi.yoy',
    against: { figure: 'macro.corecpi.yoy.before' },
    rule: 'core CPI below three months before',
  },
  {
    label: 'Unemployment is near its low',
    name: 'unemployment',
    reading: 'macro.unrate',
    against: { figure: 'macro.unrate.low' },
    rule: 'within 0.3 points of its year’s low',
  },
  {
    label: 'The economy grows',
    name: 'growth',
    reading: 'macro.gdp.saar',
    against: { text: '1\u202f%' },
    rule: 'real GDP above 1\u202f% a year',
  },
  {
    label: 'No recession signal',
    name: 'sahm',
    reading: 'macro.sahm',
    against: { text: '0.50\u00a0pts' },
    rule: 'Sahm reading below 0.50',
  },
] as const;

/** The soft-landing table: four conditions, each yes, no or not computable, and how many of each. */
export function softLandingBlock({ words }: Context): Table {
  const unknown = words.number('macro.softlanding.unknown') ?? 0;
  const count = say`Met: ${words.value('macro.softlanding.yes')} of 4; not met: ${words.value('macro.softlanding.no')}`;
  return {
    kind: 'table',
    id: 'macro.softlanding',
    title: 'Soft landing, condition by condition',
    subtitle: 'Conventions, not a forecast',
    columns: [
      { label: 'Reading', align: 'end' },
      { label: 'Held against', align: 'end' },
      { label: 'Met', align: 'start' },
    ],
    rows: conditions.map(({ label, name, reading, against, rule: hint }) => ({
      label,
      hint,
      cells: [{ figure: reading }, against, { figure: `macro.softlanding.${name}` }],
    })),
    notes: said([
      unknown === 0
        ? say`${count}.`
        : say`${count}; not computable: ${words.value('macro.softlanding.unknown')}, so there is no verdict on the whole.`,
    ]),
  };
}
