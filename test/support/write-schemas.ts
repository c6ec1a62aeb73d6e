import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentName, documentNames, jsonSchemaOf } from '../../lambda/archive/json-schema.ts';

/** Where the JSON Schema of a document is published. */
export const schemaFile = (name: DocumentName): string =>
  join(import.meta.dirname, `../../docs/schema/${name}.schema.json`);

if (process.argv[1] === import.meta.filename)
  for (const name of documentNames) writeFileSync(schemaFile(name), JSON.stringify(jsonSchemaOf(name)));
