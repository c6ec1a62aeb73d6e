import { oneFile, type Provider, plainAgent } from './provider.ts';

export const chicagofed = {
  name: 'chicagofed',
  title: 'Chicago Fed',
  hosts: ['https://www.chicagofed.org'],
  ...oneFile,
  userAgent: plainAgent,
  terms: 'attribution to the Chicago Fed',
  sources: { chicagofed: {} },
} as const satisfies Provider;
