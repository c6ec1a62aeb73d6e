import type { CallChain } from '../../lambda/archive/call-chain.ts';
import { linked, noRecord } from '../../lambda/archive/call-record.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';

/** A record of calls that were published in time on a given number of sessions up to one. */
export function chainOf(session: string, count: number): CallChain {
  let previous = noRecord;
  const sessions = count === 0 ? [] : sessionsBetween('1994-01-03', session).slice(-count - 1, -1);
  const records = sessions.map((one, i) => {
    const record = linked(
      {
        schema: 'smallcap-call/1',
        edition: 'TNA',
        subject: 'IWM:SPY',
        session: one,
        revision: 1,
        late: false,
        state: 'small-cap leadership',
        age: 1,
        score: 30,
        side: i % 3 === 0 ? -1 : 1,
        horizons: [5, 21, 63],
        report: noRecord,
      },
      previous,
    );
    previous = record.hash;
    return record;
  });
  return { records, broken: null };
}
