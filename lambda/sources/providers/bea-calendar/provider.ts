import { oneFile, type Provider, plain } from '../provider.ts';

export const bea = {
  name: 'bea',
  title: 'BEA schedule',
  hosts: ['https://www.bea.gov'],
  ...oneFile,
  userAgent: plain,
  terms: 'public domain',
  sources: { 'bea-calendar': {} },
} as const satisfies Provider;
