import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Operand, Rule, Test } from '../../../../lambda/editions/claim.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { claimCounts } from '../../../support/claim-counts.ts';

const page = readFileSync('docs/methods/claims.md', 'utf8');

/** A number as the page has it, a figure in its quotes. */
const written = (value: number | string): string => {
  if (typeof value === 'string') return `\`${value}\``;
  return value === 1 / 3 ? '1/3' : String(value).replace('-', '−');
};

function operand(on: Operand): string {
  if (typeof on === 'string') return written(on);
  if (on.of === 'distance') return `distance of ${written(on.first)} from ${on.from}`;
  return `${written(on.first)} ${on.of === 'ratio' ? '/' : '−'} ${written(on.second)}`;
}

function test({ on, is, limit }: Test): string {
  if (is === 'word' || is === 'not word') return `${operand(on)} is ${is === 'word' ? '' : 'not '}${limit}`;
  return `${operand(on)} ${is} ${written(limit)}`;
}

/** A rule in the words of the page's head. */
function inWords(rule: Rule): string {
  if (rule.form === 'none') return `none: ${rule.because}`;
  if (rule.form === 'scale')
    return `${operand(rule.on)}: ${written(rule.supported)} ↔ ${written(rule.notSupported)}`;
  if (rule.form === 'count')
    return [...rule.tests.map(test), `${rule.supported} \\| ${rule.notSupported}`].join('; ');
  return rule.cases.map(({ verdict, tests }) => `${verdict}: ${tests.map(test).join(' and ')}`).join('; ');
}

describe.each(tna.claims.rows.map((claim) => [claim.number, claim] as const))(
  'docs/methods/claims.md, claim %s',
  (number, { title, lead, rule, why }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${number} | `));

    it('has its title, its lead, every comparison and limit of its rule, and why they are these', () => {
      const led = lead === null ? '–' : operand(lead);
      expect(row).toContain(`| ${number} | ${title} | ${led} | ${inWords(rule)} | ${why}`);
    });

    it('has how often each verdict was given', () => {
      expect(row).toMatch(new RegExp(` \\| ${claimCounts[number]} \\|$`));
    });
  },
);
