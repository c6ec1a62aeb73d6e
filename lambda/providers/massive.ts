import { attributions, compatible, type Provider, quick } from './provider.ts';

export const massive = {
  name: 'massive',
  title: 'Massive',
  hosts: ['https://api.massive.com'],
  pace: { concurrency: 1, spacing: 12_500 },
  ...quick,
  userAgent: compatible,
  key: { variable: 'MASSIVE_API_KEY', alsoCalled: ['POLYGON'] },
  terms: 'free plan: personal use',
  attribution: attributions.keyed,
  sources: {
    massive: { keyAdds: 'prices without dividends of past sessions; its free plan has none of the evening' },
  },
} as const satisfies Provider;
