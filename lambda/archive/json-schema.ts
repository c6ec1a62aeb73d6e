import * as z from 'zod';
import { archiveIndex, yearIndex } from '../catalogue/years.ts';
import { report } from '../report/schema.ts';
import { manifest } from './manifest.ts';

const documents = {
  report: [report, 'report.json: one session’s briefing, complete'],
  manifest: [manifest, 'manifest.json: what one revision consists of and what it was made from'],
  index: [archiveIndex, 'index.json: which years have published sessions'],
  'index-year': [yearIndex, 'index/YEAR.json: every published session of a year, newest first'],
} as const;

/** The documents of the archive that others read. */
export type DocumentName = keyof typeof documents;
export const documentNames = Object.keys(documents) as readonly DocumentName[];

/** The JSON Schema, draft 2020-12, of a document of the archive, as the program itself reads it. */
export function jsonSchemaOf(name: DocumentName): object {
  const [schema, title] = documents[name];
  return { title, ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }) };
}
