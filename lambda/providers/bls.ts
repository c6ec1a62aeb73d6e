import { addressed, type Provider, quick } from './provider.ts';

export const bls = {
  name: 'bls',
  title: 'BLS',
  hosts: ['https://api.bls.gov'],
  pace: { concurrency: 2, spacing: 300 },
  ...quick,
  daily: 25,
  userAgent: addressed,
  key: { variable: 'BLS_API_KEY', optional: true },
  terms: 'public domain',
  sources: { bls: {} },
} as const satisfies Provider;
