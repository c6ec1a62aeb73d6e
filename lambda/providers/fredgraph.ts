import { addressed, attributions, type Provider, patient } from './provider.ts';

export const fredgraph = {
  name: 'fredgraph',
  title: 'FRED graph',
  hosts: ['https://fred.stlouisfed.org'],
  pace: { concurrency: 4, spacing: 250 },
  ...patient,
  userAgent: addressed,
  terms: "attribution to FRED; some series are their publishers' own",
  attribution: attributions.fred,
  sources: { fredgraph: {} },
} as const satisfies Provider;
