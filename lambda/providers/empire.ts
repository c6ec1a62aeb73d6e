import { oneFile, type Provider, plainAgent } from './provider.ts';

export const empire = {
  name: 'empire',
  title: 'New York Fed, Empire State survey',
  hosts: ['https://www.newyorkfed.org'],
  ...oneFile,
  userAgent: plainAgent,
  terms: 'attribution to the New York Fed',
  sources: { empire: {} },
} as const satisfies Provider;
