import { describe, expect, it } from 'vitest';
import { strangeNames } from '../../../lambda/cli/strange-names.ts';
import { understoodNames } from '../../../lambda/runtime/config-live.ts';

describe('names in a .env file', () => {
  it.each([
    ['FRED_KEY', /^FRED_KEY is set and is not understood: FRED_API_KEY would be$/],
    ['fred_api_key', /FRED_API_KEY/],
    ['FRDE_API_KEY', /FRED_API_KEY/],
    ['ALPACA_KEY', /APCA_API_KEY_ID, APCA_API_SECRET_KEY/],
    ['POLYGON_API_KEY', /MASSIVE_API_KEY/],
    ['BRIEFING_URL_YAHO', /BRIEFING_URL_YAHOO/],
    ['BRIEFING_MAIL', /docs\/providers\.md/],
  ])('%s is named with what was perhaps meant', (name, words) => {
    expect(strangeNames([name], understoodNames)).toEqual([expect.stringMatching(words)]);
  });

  it('are left alone when they are understood, or belong to something else', () => {
    const others = ['OPENAI_API_KEY', 'PATH', 'AWS_REGION', 'NODE_ENV', 'API_KEY'];
    expect(strangeNames([...understoodNames, ...others], understoodNames)).toEqual([]);
  });
});
