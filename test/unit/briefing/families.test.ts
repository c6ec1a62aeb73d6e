import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { familyWords } from '../../../lambda/briefing/words/families.ts';

it('each measure of docs/report.md has words for its family, and no other has', () => {
  const table = readFileSync(new URL('../../../docs/report.md', import.meta.url), 'utf8');
  const measures = [...table.matchAll(/^\| `([a-z0-9]+)` \| `\1[.`]/gm)].map(([, measure]) => measure);
  expect(measures.length).toBeGreaterThan(80);
  const known = [...new Set(measures)].filter((measure) => measure !== 'previous').sort();
  expect(Object.keys(familyWords).sort()).toEqual(known);
});
