import { oneFile, type Provider, plainAgent } from './provider.ts';

export const philadelphiafed = {
  name: 'philadelphiafed',
  title: 'Philadelphia Fed',
  hosts: ['https://www.philadelphiafed.org'],
  ...oneFile,
  userAgent: plainAgent,
  terms: 'attribution to the Philadelphia Fed',
  sources: { philadelphiafed: {} },
} as const satisfies Provider;
