import { type Provider, plainAgent, quick } from './provider.ts';

export const nyfed = {
  name: 'nyfed',
  title: 'New York Fed',
  hosts: ['https://markets.newyorkfed.org'],
  pace: { concurrency: 2, spacing: 200 },
  ...quick,
  userAgent: plainAgent,
  terms: 'attribution to the New York Fed',
  sources: { nyfed: {} },
} as const satisfies Provider;
