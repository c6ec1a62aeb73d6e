import { oneFile, type Provider, plainAgent } from './provider.ts';

export const board = {
  name: 'board',
  title: 'Federal Reserve Board',
  hosts: ['https://www.federalreserve.gov'],
  ...oneFile,
  userAgent: plainAgent,
  terms: 'public domain',
  sources: { 'board-calendar': {} },
} as const satisfies Provider;
