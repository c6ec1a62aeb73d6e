import { type Provider, patient, plainAgent } from './provider.ts';

export const treasury = {
  name: 'treasury',
  title: 'US Treasury',
  hosts: ['https://home.treasury.gov'],
  pace: { concurrency: 2, spacing: 300 },
  ...patient,
  userAgent: plainAgent,
  terms: 'public domain',
  sources: { treasury: {} },
} as const satisfies Provider;
