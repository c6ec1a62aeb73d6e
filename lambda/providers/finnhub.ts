import { attributions, compatible, type Provider, quick } from './provider.ts';

export const finnhub = {
  name: 'finnhub',
  title: 'Finnhub',
  hosts: ['https://finnhub.io'],
  pace: { concurrency: 2, spacing: 200 },
  ...quick,
  userAgent: compatible,
  key: { variable: 'FINNHUB_API_KEY' },
  terms: 'free plan: personal use',
  attribution: attributions.earnings,
  sources: { finnhub: { keyAdds: 'earnings dates from a documented source, before Nasdaq is asked' } },
} as const satisfies Provider;
