import { oneFile, type Provider, plain } from '../provider.ts';

export const chicagofed = {
  name: 'chicagofed',
  title: 'Chicago Fed',
  hosts: ['https://www.chicagofed.org'],
  ...oneFile,
  userAgent: plain,
  terms: 'attribution to the Chicago Fed',
  sources: { chicagofed: {} },
} as const satisfies Provider;
