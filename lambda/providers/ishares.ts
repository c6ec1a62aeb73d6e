import { compatible, oneFile, type Provider } from './provider.ts';

export const ishares = {
  name: 'ishares',
  title: 'iShares',
  hosts: ['https://www.blackrock.com'],
  ...oneFile,
  userAgent: compatible,
  terms: 'personal use',
  sources: { ishares: {} },
} as const satisfies Provider;
