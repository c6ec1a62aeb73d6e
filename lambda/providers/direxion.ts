import { compatible, oneFile, type Provider } from './provider.ts';

export const direxion = {
  name: 'direxion',
  title: 'Direxion',
  hosts: ['https://www.direxion.com'],
  ...oneFile,
  userAgent: compatible,
  headers: {
    'sec-fetch-mode': 'navigate',
    referer: 'https://www.direxion.com/product/daily-small-cap-bull-bear-3x-etfs',
  },
  terms: 'personal use',
  sources: { direxion: {} },
} as const satisfies Provider;
