import { oneFile, type Provider, plainAgent } from './provider.ts';

export const michigan = {
  name: 'michigan',
  title: 'University of Michigan',
  hosts: ['https://www.sca.isr.umich.edu'],
  ...oneFile,
  userAgent: plainAgent,
  terms: 'copyright of the University of Michigan, no redistribution',
  sources: { michigan: {} },
} as const satisfies Provider;
