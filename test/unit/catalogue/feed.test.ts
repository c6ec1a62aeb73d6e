import { describe, expect, it } from 'vitest';
import {
  type FeedEntry,
  feedEntries,
  feedOf,
  feedState,
  mergeEntries,
  siteIn,
} from '../../../lambda/catalogue/feed.ts';
import fc from '../../support/fast-check.ts';

const one = fc
  .record({ day: fc.nat(70), revision: fc.integer({ min: 1, max: 3 }), simulated: fc.boolean() })
  .map(({ day, revision, simulated }): FeedEntry => {
    const session = new Date(Date.UTC(2025, 10, 1) + day * 86_400_000).toISOString().slice(0, 10);
    // What a revision says is fixed, as in an archive: a real one may follow a simulated one, never the other way.
    const real = revision > 2 || day % 2 === 0;
    const html = `<p>${session} r${revision}</p>`;
    return {
      ...{ session, revision, simulated: !real && simulated && day % 3 === 0, name: 'A briefing' },
      ...{ id: `urn:uuid:${session}`, title: session, html },
      ...{ published: `${session}T21:00:00Z`, updated: `${session}T22:0${revision}:00Z` },
    };
  });
const entries = fc.uniqueArray(one, {
  minLength: 1,
  maxLength: 60,
  selector: ({ session, revision }) => `${session}/${revision}`,
});

describe('the entries of the feeds', () => {
  it('merge to the same in any order and grouping, and however often', () => {
    fc.assert(
      fc.property(entries, fc.nat(60), fc.nat(60), (all, i, j) => {
        const [a, b, c] = [all.slice(0, i), all.slice(Math.min(i, j), j), all.slice(j)];
        const whole = mergeEntries(mergeEntries(a, b), c);
        expect(mergeEntries(c, mergeEntries(b, a))).toEqual(whole);
        expect(mergeEntries(a, mergeEntries(b, c))).toEqual(whole);
        expect(mergeEntries(whole, a)).toEqual(whole);
      }),
    );
  });

  it('are the thirty newest sessions at their newest revisions, newest first', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const merged = mergeEntries([], all);
        const real = all.filter(({ simulated }) => !simulated);
        const shown = real.length > 0 ? real : all;
        const sessions = [...new Set(shown.map(({ session }) => session))].sort().reverse().slice(0, 30);
        expect(merged.map(({ session }) => session)).toEqual(sessions);
        for (const { session, revision } of merged)
          expect(revision).toBe(
            Math.max(...shown.filter((of) => of.session === session).map((of) => of.revision)),
          );
      }),
    );
  });

  it('have a state that grows with every change, so that Atom gives way to what is newer', () => {
    fc.assert(
      fc.property(entries, entries, (all, more) => {
        const before = mergeEntries([], all);
        const after = mergeEntries(before, more);
        const same = JSON.stringify(after) === JSON.stringify(before);
        if (!same) expect(feedState(after) > feedState(before)).toBe(true);
        else expect(feedState(after)).toBe(feedState(before));
      }),
    );
  });

  it('are read back from the feed as they were, with the site that it names', () => {
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom(null, 'https://briefing.example', 'https://a.example/b'),
        (all, site) => {
          const merged = mergeEntries([], all);
          const feed = feedOf(merged, site);
          expect(feedEntries(feed)).toEqual(merged);
          expect(siteIn(feed)).toBe(site);
        },
      ),
    );
  });
});
