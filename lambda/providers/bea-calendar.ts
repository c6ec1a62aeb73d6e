import { oneFile, type Provider, plainAgent } from './provider.ts';

export const bea = {
  name: 'bea',
  title: 'BEA schedule',
  hosts: ['https://www.bea.gov'],
  ...oneFile,
  userAgent: plainAgent,
  terms: 'public domain',
  sources: { 'bea-calendar': {} },
} as const satisfies Provider;
