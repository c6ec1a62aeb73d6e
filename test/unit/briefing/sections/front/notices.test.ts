import { describe, expect, it } from 'vitest';
import { notices } from '../../../../../lambda/briefing/sections/front/notices.ts';
import { pricesItem } from '../../../../../lambda/briefing/strip-prices.ts';
import { sessionsBetween } from '../../../../../lambda/calendar/nyse.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { plainText } from '../../../../../lambda/report/plain-text.ts';
import type { Flag } from '../../../../../lambda/series/flag.ts';
import type { Provenance } from '../../../../../lambda/series/snapshot.ts';
import {
  type HandMade,
  handMadeBook,
  handMadeWords,
  plainSpaces,
} from '../../../../support/hand-made-book.ts';
import { headerOf } from '../../../../support/sentences.ts';

const session = '2025-12-31';
const ordinary: HandMade['values'] = {
  'return.IWM.1d': -0.0075,
  'return.SPY.1d': -0.0074,
  'return.QQQ.1d': -0.0084,
  'return.TNA.1d': -0.0226,
  'residual.TNA.1d': 0.0001,
  'implied.TNA:IWM.1d': -0.0075,
  'beta.TNA:IWM.21d': 2.98,
};

const said = (values: HandMade['values'], flags: readonly Flag[] = []) =>
  notices(handMadeWords({ ...ordinary, ...values }), tna, flags).map((sentence) =>
    plainSpaces(plainText(sentence)),
  );

const provenance = (over: Partial<Provenance> = {}, symbols = tna.required): Provenance[] =>
  symbols.map((symbol) => ({
    key: `bars:${symbol}`,
    source: 'yahoo',
    origin: '',
    raw: '',
    fetchedAt: '2026-01-01T01:15:00Z',
    rows: 4000,
    first: '2008-11-19',
    last: session,
    status: 'fresh',
    notes: [],
    ...over,
  }));

const strip = (
  entries: readonly Provenance[],
  flags: readonly Flag[] = [],
  { values = {}, status = {} }: Partial<HandMade> = {},
) =>
  pricesItem(
    tna,
    { ...headerOf(session), simulated: false, provenance: entries, flags },
    handMadeBook({ values: { ...ordinary, ...values }, status }),
  );

const flag = (symbol: string, code: Flag['code'], ...sessions: string[]): Flag => ({
  subject: `bars:${symbol}`,
  code,
  text: 'words that no rule reads',
  sessions,
});

const apart =
  'TNA is 1.01 points below three times IWM’s return on the day: TNA’s close implies IWM −1.09 %, and IWM shows −0.75 %. Both closes are as received; a closing premium or discount of the fund, the reconstitution of the Russell indices, or a wrong bar may explain it.';

describe('the front page says of the prices', () => {
  it.each<[string, HandMade['values'], readonly Flag[], readonly string[]]>([
    ['nothing on an ordinary day', {}, [], []],
    ['nothing of a fund a point from its multiple', { 'residual.TNA.1d': -0.01 }, [], []],
    [
      'a fund further than a point from its multiple',
      { 'residual.TNA.1d': -0.0101, 'implied.TNA:IWM.1d': -0.01087 },
      [],
      [apart],
    ],
    ['nothing of a beta of 2.5', { 'beta.TNA:IWM.21d': 2.5 }, [], []],
    ['nothing of a beta of 3.5', { 'beta.TNA:IWM.21d': 3.5 }, [], []],
    [
      'a beta below 2.5',
      { 'beta.TNA:IWM.21d': 2.49 },
      [],
      [
        'TNA’s beta to IWM over 21 sessions is 2.49, outside 2.5 to 3.5: a closing premium or discount of the fund, the reconstitution of the Russell indices, or a wrong bar may explain it.',
      ],
    ],
    [
      'a beta above 3.5',
      { 'beta.TNA:IWM.21d': 3.51 },
      [],
      [
        'TNA’s beta to IWM over 21 sessions is 3.51, outside 2.5 to 3.5: a closing premium or discount of the fund, the reconstitution of the Russell indices, or a wrong bar may explain it.',
      ],
    ],
    [
      'a recent hole',
      {},
      [flag('IWM', 'recent-hole', '2025-12-24')],
      ['IWM has no bar of December 24: what needs it is missing, and the rest leaves it out.'],
    ],
    [
      'two sources that disagree',
      {},
      [flag('SPY', 'sources-disagree', '2025-12-30', '2025-12-31')],
      [
        'Two sources disagree on SPY’s close of December 30, December 31; both are named at the end, and the first is used.',
      ],
    ],
    [
      'a fund that does not go with its index',
      {},
      [flag('IWM', 'apart-from-index', session), flag('QQQ', 'apart-from-index')],
      [
        'IWM’s move on the day is more than a point from that of the Russell 2000 index, which it follows: a close away from the index, or a wrong bar of one of the two. Nothing was repaired.',
        'QQQ’s closes of a year do not go with the Nasdaq-100 index, which it follows: its prices, or the index’s, may be another symbol’s. Nothing was repaired.',
      ],
    ],
    [
      'a thin session',
      {},
      [flag('IWM', 'thin-volume', session), flag('TNA', 'thin-volume', session)],
      [
        'IWM and TNA traded less than half of the median volume of 21 sessions: a thin session, or a bar that was taken before the close.',
      ],
    ],
    [
      'nothing of other symbols',
      {},
      [flag('IJR', 'sources-disagree', session), flag('XLF', 'thin-volume', session)],
      [],
    ],
  ])('%s', (_, values, flags, expected) => {
    expect(said(values, flags)).toEqual(expected);
  });
});

describe('the strip calls prices', () => {
  it.each<[string, ReturnType<typeof strip>, string, string]>([
    ['final when all came at 20:15 in New York', strip(provenance()), 'fresh', 'final'],
    [
      'final by the instant, however it is written',
      strip(provenance({ fetchedAt: '2026-01-01T01:15:00.000Z' })),
      'fresh',
      'final',
    ],
    [
      'provisional when one came a second before',
      strip([...provenance().slice(1), ...provenance({ fetchedAt: '2026-01-01T01:14:59Z' }).slice(0, 1)]),
      'fresh',
      'provisional',
    ],
    ['as given when they are files', strip(provenance({ source: 'folder' })), 'fresh', 'as given'],
    [
      'missing and late at once',
      strip(provenance(), [], { values: { 'return.IWM.1d': null }, status: { 'return.SPY.1d': 'stale' } }),
      'missing',
      'IWM missing; SPY late',
    ],
    [
      'proxy when none has dividends',
      strip(provenance(), [], {
        status: Object.fromEntries(tna.required.map((symbol) => [`return.${symbol}.1d`, 'proxy'] as const)),
      }),
      'proxy',
      'proxy',
    ],
    [
      'disputed',
      strip(provenance(), [flag('QQQ', 'sources-disagree', session)]),
      'stale',
      'two sources disagree on QQQ',
    ],
    [
      'short of a session',
      strip(provenance(), [flag('IWM', 'recent-hole', '2025-12-24')]),
      'stale',
      'IWM without Wed Dec 24',
    ],
    [
      'short of many sessions',
      strip(provenance(), [flag('SPY', 'past-holes', ...sessionsBetween('2024-01-02', '2024-09-30'))]),
      'stale',
      'SPY without 188 of 1,260 sessions',
    ],
    [
      'at odds with each other',
      strip(provenance(), [], { values: { 'residual.TNA.1d': 0.0101 } }),
      'stale',
      'TNA and IWM do not go together',
    ],
    [
      'final by name, and counts the others that are old',
      strip([
        ...provenance(),
        ...provenance({ status: 'stale' }, ['RSP']),
        ...provenance({ status: 'missing' }, ['MGK']),
        ...provenance({ status: 'missing', first: '2026-01-02' }, ['META']),
      ]),
      'stale',
      'IWM, SPY, QQQ, TNA final; 2 others old',
    ],
    [
      'final, and names what is not used, which is not old; an index as readers know it',
      strip(
        [...provenance(), ...provenance({ status: 'missing' }, ['RSP', '^VIX', 'KRE'])],
        [flag('RSP', 'refused-series'), flag('^VIX', 'refused-series'), flag('KRE', 'left-out')],
      ),
      'fresh',
      'final; RSP, VIX, KRE not usable',
    ],
  ])('%s', (_, item, status, text) => {
    expect(item).toEqual({ label: 'prices', status, text });
  });
});
