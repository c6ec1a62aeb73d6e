import { attributions, compatible, type Provider, quick } from './provider.ts';

export const alpaca = {
  name: 'alpaca',
  title: 'Alpaca',
  hosts: ['https://data.alpaca.markets'],
  pace: { concurrency: 4, spacing: 300 },
  ...quick,
  userAgent: compatible,
  key: { variable: { id: 'APCA_API_KEY_ID', secret: 'APCA_API_SECRET_KEY' }, alsoCalled: ['ALPACA'] },
  terms: 'account holder only, no redistribution',
  attribution: attributions.keyed,
  sources: { alpaca: { keyAdds: 'adjusted prices when Yahoo and Tiingo refuse' } },
} as const satisfies Provider;
