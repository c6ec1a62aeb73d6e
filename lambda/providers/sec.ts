import { declared, type Provider, quick } from './provider.ts';

export const sec = {
  name: 'sec',
  title: 'SEC EDGAR',
  hosts: ['https://data.sec.gov'],
  pace: { concurrency: 4, spacing: 150 },
  ...quick,
  userAgent: declared,
  terms: 'public domain',
  sources: { sec: {} },
} as const satisfies Provider;
