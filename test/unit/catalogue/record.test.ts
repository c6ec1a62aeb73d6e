import { expect, it } from 'vitest';
import { nextSession, sessionsBetween } from '../../../lambda/calendar/nyse.ts';
import { alikeTo, apart, whyNoneAlike } from '../../../lambda/catalogue/alike.ts';
import { followed } from '../../../lambda/catalogue/followed.ts';
import { gradeOf } from '../../../lambda/catalogue/grade.ts';
import { chainFrom, withDigest } from '../../../lambda/catalogue/proof.ts';
import { mergeRecord, type RecordEntry, recordOf } from '../../../lambda/catalogue/record.ts';
import { gradeWords } from '../../../lambda/rendering/view/site/grade.ts';
import { reportOf, siteRevision } from '../../support/site-archive.ts';

const digestOf = (at: number) => at.toString(16).padStart(12, '0');
const entry = (session: string, of: Partial<RecordEntry> = {}): RecordEntry => ({
  session,
  revision: 1,
  simulated: false,
  proofs: [],
  expected: null,
  moved: null,
  missed: null,
  like: [],
  ...of,
});

it('the grade compares each expected move with the next session, which must exist', () => {
  const grade = gradeOf(
    [
      entry('2026-01-02', { expected: 0.01, moved: 0.5, missed: 0.001 }),
      entry('2026-01-05', { expected: 0.01, moved: -0.01, missed: -0.003 }),
      entry('2026-01-06', { expected: 0.02, moved: 0.011, missed: null }),
      // 7 January is not published: the expectation of the 6th is not judged by the 8th.
      entry('2026-01-08', { expected: 0.02, moved: 0.03 }),
    ],
    nextSession,
  );
  expect(grade).toEqual({ held: 1, of: 2, share: null, median: null, p95: null, ladders: 2 });
  expect(gradeWords(grade, 'IWM', 'TNA')).toBe(
    'The expected move of IWM (one standard deviation) held on 1 of 2 sessions.',
  );
  expect(gradeWords(gradeOf([], nextSession), 'IWM', 'TNA')).toBe('');
});

it.each([
  [15, null],
  [16, 0.4],
])('the grade of %i sessions, one of them without the session before, has the share %s', (count, share) => {
  const days = sessionsBetween('2026-01-02', '2026-03-31').slice(0, count);
  // Six of the moves stay within what was expected; the misses of the ladder are 0.001 to 0.016.
  const records = days.map((session, at) =>
    entry(session, { expected: 0.01, moved: at <= 6 ? -0.01 : 0.011, missed: (at + 1) / -1000 }),
  );
  const grade = gradeOf(records, nextSession);
  expect(grade).toMatchObject({ of: count - 1, held: 6, share, ladders: count });
  // NumPy's quantile of 1 to 15, and of 1 to 16, in thousandths.
  expect(grade.median).toBeCloseTo(count === 15 ? 0.008 : 0.0085, 12);
  expect(grade.p95).toBeCloseTo(count === 15 ? 0.0143 : 0.01525, 12);
  expect(gradeWords(grade, 'IWM', 'TNA').includes('of a normal distribution')).toBe(share !== null);
});

it('what a session said ahead is as first published, what it did is as of its newest revision', () => {
  const { underlying } = reportOf({ session: '2026-01-05' }).edition;
  const history = [0.011, 0.012].map((value, at) => {
    const report = reportOf({ session: '2026-01-05', revision: at + 1 });
    const figure = (id: string) => ({ [id]: { ...report.figures['close.IWM']!, value } });
    return siteRevision({
      ...report,
      figures: {
        ...report.figures,
        ...figure(`expected.${underlying}.1d`),
        ...figure(`return.${underlying}.1d`),
      },
    }).revision;
  });
  const made = recordOf(history);
  expect(made).toMatchObject({ revision: 2, expected: 0.011, moved: 0.012 });
  expect(made.proofs.map(([revision, digest, previous]) => [revision, digest.length, previous])).toEqual([
    [1, 12, null],
    [2, 12, null],
  ]);
  const other = { ...made, revision: 1 };
  const whole = mergeRecord(null, '2026', [made]);
  expect(mergeRecord(mergeRecord(null, '2026', [other]), '2026', [made])).toEqual(whole);
  expect(mergeRecord(whole, '2026', [other, entry('2025-12-31')])).toEqual(whole);
});

it('digits find their report, and the chain of those before it breaks where one was replaced', () => {
  const days = sessionsBetween('2026-01-02', '2026-01-09');
  const records = days.map((session, at) =>
    entry(session, { proofs: [[1, digestOf(at + 1), at === 0 ? null : digestOf(at)]] }),
  );
  const [link] = withDigest(records, `${digestOf(days.length).toUpperCase()}ffff`);
  expect(link).toMatchObject({ session: days.at(-1), revision: 1 });
  expect(chainFrom(link!, records)).toMatchObject({ broken: null, links: { length: days.length } });
  const replaced = records.with(2, entry(days[2]!, { proofs: [[1, digestOf(99), digestOf(2)]] }));
  expect(chainFrom(link!, replaced)).toMatchObject({
    broken: digestOf(3),
    links: { length: days.length - 3 },
  });
  expect(withDigest(records, 'ffffffffffff')).toEqual([]);
});

it('sessions alike are before the session, apart from it and from each other, nearest first', () => {
  const days = sessionsBetween('2025-01-02', '2025-12-31');
  // The score rises by one a session; the others stay as they are.
  const records = days.map((session, at) => entry(session, { like: [at, 1, 1, 1, 1, 1], moved: at / 1000 }));
  const found = alikeTo(days[200]!, records, 3);
  expect(found.map(({ session }) => days.indexOf(session))).toEqual([
    200 - apart,
    200 - 2 * apart,
    200 - 3 * apart,
  ]);
  expect(found[0]!.next).toBeCloseTo((201 - apart) / 1000, 12);
  // What comes after the session changes nothing.
  const later = records.map((one, at) => (at > 200 ? { ...one, like: [200, 1, 1, 1, 1, 1] } : one));
  expect(alikeTo(days[200]!, later, 3)).toEqual(found);
  expect(alikeTo(days[10]!, records)).toEqual([]);
  // What followed the nearest is unknown where the session after it was not published: the one after that is another day.
  const holed = records.filter(({ session }) => session !== days[200 - apart]);
  expect(alikeTo(days[200]!, holed, 1)).toEqual([
    expect.objectContaining({ session: days[199 - apart], next: null }),
  ]);
});

it('what followed has its number of cases and Wilson’s interval', () => {
  // Wilson (1927) for 7 of 10: 0.3968 to 0.8922, as R's prop.test(7, 10, correct = FALSE) prints.
  const of = followed([1, 1, 1, 1, 1, 1, 1, -1, -1, -1, null]);
  expect(of).toMatchObject({ n: 10, up: 7, mean: 0.4 });
  expect([of.low, of.high]).toEqual([expect.closeTo(0.3968, 4), expect.closeTo(0.8922, 4)]);
});

it('a session without others alike says why there are none', () => {
  const days = sessionsBetween('2025-01-02', '2025-03-31');
  const records = days.map((session) => entry(session, { like: [1, 1, 1, 1, 1, 1] }));
  expect(whyNoneAlike('2024-12-31', records)).toBe('The archive has no briefing of this session.');
  expect(alikeTo(days[21]!, records)).toEqual([]);
  expect(whyNoneAlike(days[21]!, records)).toBe(
    'The archive has fewer than two sessions with all six figures that lie at least 21 sessions before this one.',
  );
  const lacking = [...records.slice(0, -1), entry(days.at(-1)!, { like: [1, null, 1, 1, null, 1] })];
  expect(alikeTo(days.at(-1)!, lacking)).toEqual([]);
  expect(whyNoneAlike(days.at(-1)!, lacking)).toBe(
    'Sessions are compared by six figures, and this one lacks the excess return of 21 sessions and the volatility index of the large companies.',
  );
});
