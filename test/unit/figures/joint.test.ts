import { expect, it } from 'vitest';
import { joint } from '../../../lambda/market-data/basis.ts';

const basis = (source: string) => ({
  asOf: '2025-12-31',
  status: 'fresh' as const,
  inputs: [source],
  source,
});

it('a figure of others that share a source names it once', () => {
  const value = joint(basis('yahoo'), basis('sec'));
  expect(value.source).toBe('yahoo, sec');
  expect(joint(value, basis('sec')).source).toBe('yahoo, sec');
  expect(joint(value, basis('prospectus, 2025-26')).source).toBe('yahoo, sec, prospectus, 2025-26');
});
