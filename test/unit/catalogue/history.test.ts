import { describe, expect, it } from 'vitest';
import { historyDayOf, mergeHistory, quarterOf, shardOf, shards } from '../../../lambda/catalogue/history.ts';
import type { Figure, Report } from '../../../lambda/report/schema.ts';
import fc from '../../support/fast-check.ts';
import { reportOf, siteRevision } from '../../support/site-archive.ts';

/** A session's revisions with these figures and nothing else. */
function day(session: string, ...revisions: readonly Readonly<Record<string, Figure['value']>>[]) {
  const history = revisions.map((values, at) => {
    const report = reportOf({ session, revision: at + 1 });
    const some = report.figures['close.IWM']!;
    const figures = Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, { ...some, value, asOf: session }]),
    );
    return siteRevision({ ...report, figures } as Report).revision;
  });
  return historyDayOf(history);
}

const place = { quarter: '2026-q1', shard: shardOf('close.IWM') };
const merged = (...days: readonly ReturnType<typeof day>[]) =>
  days.reduce<string | null>((text, one) => mergeHistory(text, place, [one]), null)!;
/** What a browser makes of the script. */
function loaded(text: string) {
  let given: unknown;
  new Function('archive', text)({ history: (value: unknown) => (given = value) });
  return given as { ids: string[]; sessions: unknown[][] };
}
/** Other ids of the same shard, found by trying: the shard of an id is a hash. */
const others = Array.from({ length: 200 }, (_, at) => `made.up.${at}`)
  .filter((id) => shardOf(id) === place.shard)
  .slice(0, 3);

describe('the history of figures', () => {
  it('has a line a session, with its first and its current values', () => {
    const text = merged(
      day('2026-01-05', { 'close.IWM': 201.123456789 }, { 'close.IWM': 202 }),
      day('2026-01-02', { 'close.IWM': null }),
    );
    expect(loaded(text)).toEqual({
      schema: 'smallcap-briefing-history/1',
      ...place,
      ids: ['close.IWM'],
      sessions: [
        ['2026-01-02', 1, [null]],
        ['2026-01-05', 2, [202], 0, [], [[0, 201.1235]]],
      ],
    });
  });

  it('keeps every value under its own id when ids come and go', () => {
    const [a, b] = [others[0]!, others[1]!];
    const text = merged(
      day('2026-01-02', { [b]: 1, 'close.IWM': 2 }, { [b]: 3, 'close.IWM': 2 }),
      day('2026-01-05', { [a]: 'words </script>', 'close.IWM': 4 }),
    );
    const { ids, sessions } = loaded(text);
    const at = (line: number, id: string) => (sessions[line]![2] as unknown[])[ids.indexOf(id)];
    expect([at(0, b), at(0, 'close.IWM'), at(0, a)]).toEqual([3, 2, null]);
    expect([at(1, b), at(1, 'close.IWM'), at(1, a)]).toEqual([null, 4, 'words </script>']);
    expect(sessions[0]![5]).toEqual([[ids.indexOf(b), 1]]);
    expect(text).not.toContain('</script>');
  });

  it('is the same to the byte in any order and however often', () => {
    const days = [
      day('2026-01-02', { 'close.IWM': 1, [others[0]!]: 5 }),
      day('2026-01-05', { 'close.IWM': 2 }),
      day('2026-01-05', { 'close.IWM': 2 }, { 'close.IWM': 3, [others[2]!]: 1 }),
      day('2026-01-06', { [others[1]!]: 4 }),
    ];
    const whole = merged(...days);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...days), { maxLength: 8 }), (order) => {
        expect(merged(...order, ...days)).toBe(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('says that a text is no history, whatever else it is', () => {
    for (const text of ['', 'archive.history({"ids":[', whole().replace('history/1', 'history/2')])
      expect(mergeHistory(text, place, [])).toBeNull();
  });
  const whole = () => merged(day('2026-01-02', { 'close.IWM': 1 }));

  it('spreads ids over sixteen shards, by calendar quarter', () => {
    const ids = Array.from({ length: 1600 }, (_, at) => `return.X${at}.1d`);
    const counts = shards.map((shard) => ids.filter((id) => shardOf(id) === shard).length);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(['2026-01-02', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-31'].map(quarterOf)).toEqual([
      ...['2026-q1', '2026-q1', '2026-q2', '2026-q3', '2026-q4'],
    ]);
  });
});
