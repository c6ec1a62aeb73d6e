import { attributions, compatible, type Provider, quick } from './provider.ts';

export const tiingo = {
  name: 'tiingo',
  title: 'Tiingo',
  hosts: ['https://api.tiingo.com'],
  pace: { concurrency: 4, spacing: 100 },
  ...quick,
  daily: 900,
  userAgent: compatible,
  key: { variable: 'TIINGO_API_KEY' },
  terms: 'free plan: internal, non-commercial use',
  attribution: attributions.keyed,
  sources: {
    tiingo: {
      keyAdds:
        'adjusted prices when Yahoo refuses, as it mostly does in AWS, and a second opinion on every key close',
    },
  },
} as const satisfies Provider;
