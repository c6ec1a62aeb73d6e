import { addressed, oneFile, type Provider } from './provider.ts';

export const blsdates = {
  name: 'blsdates',
  title: 'BLS schedule',
  hosts: ['https://www.bls.gov'],
  ...oneFile,
  // It turned browsers and bare programs away, and answered a name with an address.
  userAgent: addressed,
  terms: 'public domain',
  sources: { 'bls-calendar': {} },
} as const satisfies Provider;
