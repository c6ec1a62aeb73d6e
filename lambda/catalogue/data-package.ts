import * as z from 'zod';
import { figureColumns, keys } from '../archive-layout.ts';

const folder = keys.dataPackage.replace(/[^/]*$/, '');
const within = (key: string): string => key.slice(folder.length);
const months = /^figures-(\d{4}-\d{2})$/;

const resource = z.strictObject({
  name: z.string().regex(months),
  type: z.literal('table'),
  path: z.string(),
  format: z.literal('parquet'),
  mediatype: z.string(),
  schema: z.string(),
});

/** `figures/datapackage.json`: the monthly files of figures, oldest first (Data Package 2.0, datapackage.org). */
export const dataPackage = z.looseObject({ resources: z.array(resource) });

export type DataPackage = z.infer<typeof dataPackage>;

/** A package with some more months in it. Commutative and idempotent; it grows by a line a month. */
export function mergeDataPackage(known: DataPackage | null, added: readonly string[]): DataPackage {
  const all = [...(known?.resources.map(({ name }) => months.exec(name)?.[1] ?? '') ?? []), ...added];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'figures',
    title: 'Figures of the published briefings',
    description:
      'Every figure of every session at its newest revision, a row each, a file a month. Information, not advice. ' +
      'The data under it belongs to its providers, whose terms forbid passing most of it on.',
    resources: [...new Set(all)].sort().map((month) => ({
      name: `figures-${month}`,
      type: 'table',
      path: within(keys.monthFigures(month)),
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      schema: within(keys.tableSchema),
    })),
  };
}

interface Field {
  readonly type: 'date' | 'string' | 'number' | 'integer';
  readonly description: string;
  readonly constraints?: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly minimum?: 1;
  };
}

const required = { constraints: { required: true } } as const;

const fields: Readonly<Record<(typeof figureColumns)[number], Field>> = {
  session: { type: 'date', description: 'The session of the New York Stock Exchange', ...required },
  id: { type: 'string', description: 'The figure, as measure.subject.window', ...required },
  value: {
    type: 'number',
    description:
      'Its value in its unit, at full double precision, where that is a number; percentages are fractions',
  },
  text: { type: 'string', description: 'Its value where that is a word or a date' },
  unit: { type: 'string', description: 'The unit of the value', ...required },
  status: {
    type: 'string',
    description: 'missing: it has no value, and reason says why',
    constraints: { required: true, enum: ['fresh', 'stale', 'proxy', 'missing'] },
  },
  as_of: { type: 'date', description: 'The date of the newest datum in it', ...required },
  revision: {
    type: 'integer',
    description: 'The revision of the briefing that it is from: the newest of its session',
    constraints: { required: true, minimum: 1 },
  },
  reason: { type: 'string', description: 'Why it is missing, stale or a proxy' },
};

/** `figures/tableschema.json`: the columns of each file (Table Schema 2.0). */
export const tableSchema = {
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: figureColumns.map((name) => ({ name, ...fields[name] })),
  primaryKey: ['session', 'id'],
};
