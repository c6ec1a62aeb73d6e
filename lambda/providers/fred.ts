import { attributions, type Provider, plainAgent, quick } from './provider.ts';

export const fred = {
  name: 'fred',
  title: 'FRED',
  hosts: ['https://api.stlouisfed.org'],
  pace: { concurrency: 4, spacing: 150 },
  ...quick,
  userAgent: plainAgent,
  key: { variable: 'FRED_API_KEY' },
  terms: 'uses the FRED API, not endorsed or certified by the Federal Reserve Bank of St. Louis',
  attribution: attributions.fred,
  sources: {
    fred: { keyAdds: 'macro series as they were known on the day, with the dates on which they became so' },
    'fred-releases': { keyAdds: 'the dates of releases to come: jobs, consumer prices and others' },
  },
} as const satisfies Provider;
