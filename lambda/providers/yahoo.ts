import { compatible, type Provider, quick } from './provider.ts';

export const yahoo = {
  name: 'yahoo',
  title: 'Yahoo Finance',
  hosts: ['https://query1.finance.yahoo.com', 'https://query2.finance.yahoo.com'],
  // Half of what banned others for minutes; docs/providers.md.
  pace: { concurrency: 2, spacing: 700 },
  ...quick,
  userAgent: compatible,
  terms: 'personal use, no redistribution',
  attribution: 'Prices from Yahoo Finance are for personal use, not for redistribution.',
  sources: { yahoo: {} },
} as const satisfies Provider;
