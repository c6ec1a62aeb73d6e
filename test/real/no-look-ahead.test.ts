import { beforeAll, it } from 'vitest';
import { expectNoLookAhead } from '../support/no-look-ahead.ts';
import { type RealMarket, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

describeShared('no figure of a real session changes with what comes after it', () => {
  let histories: RealMarket;
  beforeAll(() => {
    histories = realMarket();
  });

  it.each(['2009-01-02', '2012-02-29', '2020-03-16', '2025-11-14', '2025-12-30'])('%s', (session) => {
    expectNoLookAhead(histories, session, 3);
  });
});
