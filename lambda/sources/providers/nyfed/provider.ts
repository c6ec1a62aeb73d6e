import { type Provider, plain, quick } from '../provider.ts';

export const nyfed = {
  name: 'nyfed',
  title: 'New York Fed',
  hosts: ['https://markets.newyorkfed.org'],
  pace: { concurrency: 2, spacing: 200 },
  ...quick,
  userAgent: plain,
  terms: 'attribution to the New York Fed',
  sources: { nyfed: {} },
} as const satisfies Provider;
