import { on, without } from '../edits.ts';
import { dated, type Row, required, session } from '../row.ts';

/** Sessions that are absent, out of place or too many. */
export const sessionRows: readonly Row[] = [
  ...required.map(
    (symbol): Row => ({
      fault: `${symbol} without the session’s bar`,
      edit: on([symbol], without(0)),
      exit: 3,
      says: new RegExp(
        `^no briefing for ${session}: ${symbol} has no bar of ${session}; the newest before it is of`,
      ),
      cboe: [symbol],
    }),
  ),
  {
    fault: 'all four without the session’s bar',
    edit: on(required, without(0)),
    exit: 3,
    says: /IWM, SPY, QQQ, TNA have no bar/,
    cboe: required,
  },
  {
    fault: 'IWM without the session before',
    edit: on(['IWM'], without(1)),
    exit: 3,
    says: new RegExp(`IWM has no bar of ${dated(1)}, the session before ${session}`),
    cboe: ['IWM'],
  },
  ...[3, 10, 20].map(
    (back): Row => ({
      fault: `IWM without the session ${back} back`,
      edit: on(['IWM'], without(back)),
      exit: 0,
      says: /^IWM has no bar of (November|December) \d+: what needs it is missing/,
      strip: /IWM without \w{3} \w{3} \d+/,
      cboe: ['IWM'],
    }),
  ),
  {
    fault: 'IWM without five sessions three weeks back',
    edit: on(['IWM'], without(13, 14, 15, 16, 17)),
    exit: 0,
    says: /^IWM has no bar of .*, .*, .*, .*, /,
    strip: /IWM without/,
    cboe: ['IWM'],
  },
  {
    fault: 'IWM without the session 251 back, which is no longer recent',
    edit: on(['IWM'], without(251)),
    exit: 0,
    strip: /^as given$/,
    cboe: ['IWM'],
  },
  {
    fault: 'IWM without the session 252 back, for which nobody else is asked',
    edit: on(['IWM'], without(252)),
    exit: 0,
    strip: /^as given$/,
    cboe: [],
  },
  {
    fault: 'an optional fund without the session 10 back',
    edit: on(['IJR'], without(10)),
    exit: 0,
    strip: /^as given$/,
    cboe: ['IJR'],
  },
  {
    fault: 'all dates one calendar day late',
    edit: on(required, (days) => {
      const dates = days.map(({ date }) => date);
      days.splice(0, days.length, ...days.map((is, at) => ({ ...is, date: dates[at + 1] ?? '2025-12-13' })));
    }),
    exit: 2,
    says: /a Saturday/,
  },
  {
    fault: 'rows of after the session',
    edit: on([...required, 'IJR'], (days) => {
      for (const date of ['2025-12-11', '2025-12-12'])
        days.push({
          ...days.at(-1)!,
          date,
          close: days.at(-1)!.close * 1.01,
          adjusted: days.at(-1)!.close * 1.01,
          high: days.at(-1)!.close * 1.02,
        });
    }),
    exit: 0,
    strip: /^as given$/,
  },
];
