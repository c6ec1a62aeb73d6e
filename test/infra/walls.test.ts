import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const infra = join(import.meta.dirname, '../../infra');

/** Names and settings, and the edition's, which are data: the stack and what it sends are named after it. */
const agreed = [
  'archive-layout.ts',
  'config.ts',
  'editions/edition.ts',
  'editions/index.ts',
  'errors.ts',
  'runtime/commit.ts',
];

it.each(globSync('**/*.ts', { cwd: infra }))(
  'infra/%s knows of the runtime what both agreed on, and no more',
  (path) => {
    const imported = [
      ...readFileSync(join(infra, path), 'utf8').matchAll(/from '(?:\.\.\/)+lambda\/([^']+)'/g),
    ];
    for (const [, file] of imported) expect(agreed).toContain(file);
  },
);
