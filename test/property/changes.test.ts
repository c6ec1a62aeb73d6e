import { expect, it } from 'vitest';
import { newsworthyReleases } from '../../lambda/briefing/changes/kinds/releases.ts';
import { comparedWith } from '../../lambda/briefing/changes/published-report.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { changeKinds, type EventAhead, type Figure } from '../../lambda/report/schema.ts';
import fc from '../support/fast-check.ts';
import { handMadeBook } from '../support/hand-made-book.ts';
import { changesOfBooks, type Told } from '../support/two-sessions.ts';

type Values = Readonly<Record<string, number | string | null>>;
/** A figure for each of some ids, each drawn by itself. */
const each = (ids: readonly string[], one: fc.Arbitrary<number | string>): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(ids.map((id) => [id, one])));
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const day = fc.constantFrom('2025-11-03', '2025-12-01', '2025-12-24', '2025-12-29');
const against = ['SPY', 'QQQ'] as const;
const stays = ['high-vol', 'low-vol', 'heavy-decay', 'kind-trend', 'fall-10', 'fall-20'];
const numbers = tna.claims.rows.map((row) => `claim.${row.number}`);

/** One session of no market: every figure that the rules of changes read, each anywhere where it can be. */
const session: fc.Arbitrary<Values> = fc
  .tuple(
    each(['residual.TNA.1d'], number(-0.03, 0.03)),
    each(['rotation.state'], fc.constantFrom(...Object.values(tna.states))),
    each(['rotation.score'], number(-100, 100)),
    each(
      stays.map((name) => `regime.IWM.${name}`),
      fc.constantFrom('inside', 'outside'),
    ),
    each(['vol.IWM.21d', 'expected.IWM.1d'], number(0.005, 0.8)),
    each(['drawdown.IWM.now'], number(-0.6, -0.001)),
    each(['gap.TNA.21d.compounding', 'excess.IWM:SPY.21d'], number(-0.1, 0.1)),
    each(
      [50, 200].flatMap((n) => [`close.IWM.vs${n}`, ...against.map((one) => `rs.IWM:${one}.vs${n}`)]),
      number(-0.05, 0.05),
    ),
    each(
      ['IWM', ...against].flatMap((one) => [`high52w.${one}`, `low52w.${one}`]),
      number(50, 400),
    ),
    each(
      ['IWM', ...against].map((one) => `change.${one}.1d`),
      number(-0.1, 0.1),
    ),
    each(
      [
        'close.IWM',
        'sma.IWM.50',
        'sma.IWM.200',
        'swing.IWM.s1',
        'swing.IWM.r1',
        'unfilled.IWM.below',
        'unfilled.IWM.above',
      ],
      number(50, 400),
    ),
    each(['swing.IWM.s1.touches', 'swing.IWM.r1.touches'], fc.integer({ min: 1, max: 21 })),
    each(
      ['swing.IWM.s1.last', 'swing.IWM.r1.last', 'unfilled.IWM.below.date', 'unfilled.IWM.above.date'],
      day,
    ),
    each(['streak.IWM:SPY'], fc.integer({ min: -14, max: 14 })),
    each(['rank.IWM.21d'], fc.integer({ min: 1, max: 5 })),
    each(
      newsworthyReleases.flatMap(({ readings }) => readings.map(({ id }) => id)),
      number(-0.2, 0.2),
    ),
    each(['macro.softlanding.yes'], fc.integer({ min: 0, max: 4 })),
    each(['macro.fedfunds.upper'], fc.constantFrom(0.0025, 0.005, 0.0525)),
    each(numbers, fc.constantFrom('supported', 'mixed', 'not supported', 'not computable')),
    each(
      numbers.map((id) => `${id}.since`),
      day,
    ),
    each(
      tna.map.subjects.map((one) => `map.${one}:SPY.quadrant`),
      fc.constantFrom('leading', 'weakening', 'lagging', 'improving'),
    ),
  )
  .map((all) => Object.assign({ 'rank.IWM.21d.of': 5 }, ...all));

const event: fc.Arbitrary<EventAhead> = fc.record({
  date: fc.constantFrom('2026-01-05', '2026-01-09', '2026-01-12'),
  when: fc.constant('08:30'),
  kind: fc.constant('release'),
  name: fc.constantFrom('Employment situation', 'Consumer price index'),
  standing: fc.constant('published'),
  source: fc.constant('BLS'),
  major: fc.constant(true),
});

const evening = fc.record({
  before: session,
  today: session,
  graded: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(3), fc.boolean()),
  chain: fc.constantFrom('intact', 'broken at 2025-12-05 r1'),
  published: session,
  events: fc.tuple(fc.array(event, { maxLength: 2 }), fc.array(event, { maxLength: 2 })),
  late: fc.constantFrom('fresh', 'stale', 'proxy'),
});
type Evening = typeof evening extends fc.Arbitrary<infer T> ? T : never;

function changesOf({ before, today, graded, chain, published, events, late }: Evening): Told[] {
  const [n, more, isRight] = graded;
  const calls = (count: number, hits: number) => ({
    'calls.IWM:SPY.21d.n': count,
    'calls.IWM:SPY.21d.hits': hits,
  });
  const report = {
    ...{ session: '2025-12-30', ahead: events[0], sources: [] },
    figures: handMadeBook({ values: published }).toRecord() as Record<string, Figure>,
  };
  return changesOfBooks(
    { ...before, ...calls(n, n >> 1) },
    { ...today, ...calls(n + more, (n >> 1) + (more === 1 && isRight ? 1 : 0)), 'calls.chain': chain },
    {
      status: [{}, { 'return.QQQ.1d': late as 'fresh', 'macro.cpi.yoy': late as 'fresh' }],
      of: { published: comparedWith(report, handMadeBook({ values: before })), ahead: events[1] },
    },
  );
}

/** What no sentence has: a hole, a mark after a space, two spaces, an article or an ordinal that does not go with its number. */
const broken =
  /\b(null|undefined|NaN|Infinity)\b|n\/a|,,|,:|\.\.|\(\)|\)\)| [,.;:)]|\( | {2}|\ba (8|11|18|eigh|eleven)|\ban [^aeiou8]|\D(\d*1[123](st|nd|rd)|\d*[04-9](st|nd|rd)|(\d*[02-9])?(1(nd|rd|th)|2(st|rd|th)|3(st|nd|th)))\b|\b1 (sessions|figures|times)\b|\bone (sessions|figures|times)\b/;

/** Words that say which way a figure went, and whether it went so. */
const ways: readonly (readonly [RegExp, (change: Told) => boolean])[] = [
  [/ points above three times /, ({ now }) => Number(now[0]) > 0],
  [/ points below three times /, ({ now }) => Number(now[0]) < 0],
  [/ (closes|crosses) above its /, ({ now, before }) => Number(now[0]) >= 0 && Number(before[0]) < 0],
  [/ (closes|crosses) below its /, ({ now, before }) => Number(now[0]) < 0 && Number(before[0]) >= 0],
  [/ 52-week highs?,/, ({ now, before }) => now.every((value, i) => Number(value) > Number(before[i]))],
  [/ 52-week lows?,/, ({ now, before }) => now.every((value, i) => Number(value) < Number(before[i]))],
  [/ closes below \d/, ({ now, before }) => Number(now[1]) < Number(before[0])],
  [/ closes above \d/, ({ now, before }) => Number(now[1]) > Number(before[0])],
  [/ score rises /, ({ now, before }) => Number(now[0]) - Number(before[0]) >= 15],
  [/ score falls /, ({ now, before }) => Number(before[0]) - Number(now[0]) >= 15],
  [/ widens /, ({ now, before }) => Number(now[0]) >= 1.2 * Number(before[0])],
  [/ narrows /, ({ now, before }) => 1.2 * Number(now[0]) <= Number(before[0]) * (1 + 1e-12)],
  [/ sessions ahead of SPY ends/, ({ before }) => Number(before[0]) >= 3],
  [/ sessions behind SPY ends/, ({ before }) => Number(before[0]) <= -3],
  [/^IWM rises from /, ({ now, before }) => Number(now[0]) < Number(before[0])],
  [/^IWM slips from /, ({ now, before }) => Number(now[0]) > Number(before[0])],
  [/ was right: /, ({ now, before }) => Number(now[1]) > Number(before[1])],
  [/ was wrong: /, ({ now, before }) => Number(now[1]) === Number(before[1])],
  [/ enters the | as much as in the (worst|best) tenth |has fallen /, ({ now }) => now.includes('inside')],
  [/ leaves the | no longer | is less than /, ({ now }) => !now.includes('inside')],
];

it('every kind of change has its sentence, in the order of the contract, that goes the way of its figures', () => {
  const kinds = new Set<string>();
  const met = new Set<RegExp>();
  fc.assert(
    fc.property(evening, (chosen) => {
      const found = changesOf(chosen);
      const places = found.map(({ kind }) => changeKinds.indexOf(kind));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(found.map(({ words }) => words)).size).toBe(found.length);
      for (const change of found) {
        kinds.add(change.kind);
        expect(change.words).toMatch(/^[A-Z].*[^.]\.$/);
        expect(change.words).not.toMatch(broken);
        for (const [word, isSo] of ways) {
          if (!word.test(change.words)) continue;
          met.add(word);
          expect(isSo(change), JSON.stringify(change)).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
  expect([...kinds].sort()).toEqual(changeKinds.toSorted());
  expect(ways.filter(([word]) => !met.has(word)).map(String)).toEqual([]);
});
