import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type DocumentName, documentNames, jsonSchemaOf } from '../../../lambda/archive/json-schema.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { schemaFile } from '../../support/write-schemas.ts';

describe.each(documentNames)('the JSON Schema of %s', (name) => {
  it('is the one in docs/schema', () => {
    expect(JSON.parse(readFileSync(schemaFile(name), 'utf8'))).toEqual(jsonSchemaOf(name));
  });
});

/** Whether another implementation of JSON Schema takes a document; what it says against it otherwise. */
function faultsOf(name: DocumentName, document: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile(jsonSchemaOf(name));
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('a report held to the published schema by another program', () => {
  it('is taken as it is', () => {
    expect(faultsOf('report', JSON.parse(JSON.stringify(sampleReport())))).toEqual([]);
  });

  it('is not taken with a figure of another form, or without its session', () => {
    const broken = JSON.parse(JSON.stringify(sampleReport()));
    const [id] = Object.keys(broken.figures) as [string];
    broken.figures[id].value = [1];
    delete broken.session;
    expect(faultsOf('report', broken).join('\n')).toMatch(/required property 'session'/);
    expect(faultsOf('report', broken).join('\n')).toContain(`/figures/${id} `.trim());
  });
});
