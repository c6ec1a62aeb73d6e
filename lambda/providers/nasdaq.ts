import { attributions, browser, type Provider } from './provider.ts';

export const nasdaq = {
  name: 'nasdaq',
  title: 'Nasdaq',
  hosts: ['https://api.nasdaq.com'],
  pace: { concurrency: 2, spacing: 300 },
  headTimeout: 5_000,
  totalTimeout: 8_000,
  daily: 60,
  userAgent: browser,
  headers: {
    accept: 'application/json, text/plain, */*',
    'accept-language': 'en-US,en;q=0.9',
    referer: 'https://www.nasdaq.com/',
  },
  terms: 'unofficial, personal use',
  attribution: attributions.earnings,
  sources: { nasdaq: {} },
} as const satisfies Provider;
