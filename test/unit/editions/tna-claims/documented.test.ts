import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';

const page = readFileSync('docs/methods/claims.md', 'utf8');

it.each(tna.claims.rows.map(({ number, title, why }) => [number, title, why]))(
  'docs/methods/claims.md has claim %s with its title and why its limits are these',
  (number, title, why) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${number} | `));
    expect(row).toContain(`| ${number} | ${title} | `);
    expect(row).toContain(`| ${why}`);
  },
);
