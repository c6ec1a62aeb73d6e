import { attributions, compatible, type Provider, quick } from './provider.ts';

export const cboe = {
  name: 'cboe',
  title: 'Cboe',
  hosts: ['https://cdn.cboe.com'],
  // 45 a minute were answered, of 60 a third refused (docs/providers.md); a bucket for an address, others may share it.
  pace: { concurrency: 3, spacing: 350, perMinute: 42 },
  ...quick,
  userAgent: compatible,
  terms: 'internal use with attribution to Cboe',
  attribution: attributions.cboe,
  sources: { 'cboe-chart': {}, 'cboe-index': {}, 'cboe-quote': {} },
} as const satisfies Provider;
