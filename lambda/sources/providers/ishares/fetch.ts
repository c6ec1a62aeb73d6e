import { type SourceRoute, single } from '../../route.ts';
import { parseIshares } from './parse.ts';
import { isharesFunds } from './schema.ts';
import { parseIsharesValuation } from './valuation.parse.ts';

const document = '/varnish-api/blk-one01-product-data/product-data/api/v1/get-fund-document';
const asked =
  'appType=PRODUCT_PAGE&appSubType=ISHARES&targetSite=us-ishares&locale=en_US&userType=individual&component=holdings';

/** The publisher's list of a fund's holdings, as its product page downloads it: the newest, without a date asked for. */
export const isharesHoldings: SourceRoute<'holdings'> = {
  kind: 'holdings',
  source: 'ishares',
  provider: 'ishares',
  serves: (fund) => fund in isharesFunds,
  async fetch(client, { series }) {
    return single(
      await client.get('ishares', `${document}?${asked}&portfolioId=${isharesFunds[series]?.portfolio}`),
    );
  },
  parse: parseIshares,
};

const productData = '/varnish-api/blk-one01-product-data/product-data/api/v2/get-product-data';
const ratios =
  'appType=PRODUCT_PAGE&appSubType=ISHARES&targetSite=us-ishares&locale=en_US&userType=individual&component=fundamentalsAndRisk&excludeContent=true';

/** The ratios of a fund as its product page shows them. */
export const isharesValuation: SourceRoute<'valuation'> = {
  kind: 'valuation',
  source: 'ishares',
  provider: 'ishares',
  serves: (fund) => fund in isharesFunds,
  async fetch(client, { series }) {
    return single(
      await client.get('ishares', `${productData}?${ratios}&portfolioId=${isharesFunds[series]?.portfolio}`),
    );
  },
  parse: parseIsharesValuation,
};
