import { oneFile, type Provider, plain } from '../provider.ts';

export const empire = {
  name: 'empire',
  title: 'New York Fed, Empire State survey',
  hosts: ['https://www.newyorkfed.org'],
  ...oneFile,
  userAgent: plain,
  terms: 'attribution to the New York Fed',
  sources: { empire: {} },
} as const satisfies Provider;
