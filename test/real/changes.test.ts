import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportedBefore } from '../../lambda/briefing/changes/kinds/readings.ts';
import { carryChanged, changesInWords, findChanges } from '../../lambda/briefing/changes.ts';
import { verdict } from '../../lambda/briefing/sections/front/verdict.ts';
import { sessionContext } from '../../lambda/briefing/session-context.ts';
import { Words } from '../../lambda/briefing/words/sentence.ts';
import { previousSession } from '../../lambda/calendar/nyse.ts';
import type { SessionLine } from '../../lambda/catalogue/day.ts';
import { dataScript } from '../../lambda/catalogue/script.ts';
import { yearFileOf } from '../../lambda/catalogue/year-file.ts';
import { tna } from '../../lambda/editions/tna.ts';
import type { FigureBook } from '../../lambda/figures/book.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { firstChanges } from '../../lambda/report/changes.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import { type Change, changeKinds } from '../../lambda/report/schema.ts';
import { plainSpaces } from '../support/hand-made-book.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { sampleReport } from '../support/sample-report.ts';
import { describeShared } from '../support/shared.ts';

/** All of 2009 to 2025 takes a minute: it is asked for, and then held against the table of docs/methods/changes.md. */
const isAll = process.env.EVERY_SESSION === '1';
const [first, last] = isAll ? ['2009-01-02', '2025-12-31'] : ['2020-02-03', '2020-12-31'];

const hole = /\b(null|undefined|NaN)\b|n\/a|,,|,:|\.\.| [,.;]| {2}/;
const page = join(import.meta.dirname, '../../docs/methods/changes.md');

/** Bytes of the site's data of a year, and the sessions that a year has at most. */
const mostOfYear = 110_000;
const sessionsOfYear = 253;

/** What is wrong with the changes of a session. */
function faultsOf(changes: readonly Change[]): string[] {
  const places = changes.map(({ kind }) => changeKinds.indexOf(kind));
  const ids = changes.map(({ kind, ids: [id] }) => `${kind} ${id}`);
  const texts = changes.map(({ sentence }) => plainSpaces(plainText(sentence)));
  return [
    ...(places.some((place, i) => place < (places[i - 1] ?? 0)) ? ['out of order'] : []),
    ...(new Set(ids).size < ids.length ? ['a change twice'] : []),
    ...(new Set(texts).size < texts.length ? ['a sentence twice'] : []),
    ...changes
      .filter(({ kind, before, now }) => kind !== 'reading' && String(before) === String(now))
      .map(({ kind }) => `${kind} did not change`),
    ...texts.filter((text) => hole.test(text) || !/^[A-Z].*\.$/.test(text)),
  ];
}

const nothingBeside = { ...sampleReport().front, changes: { since: '', items: [] } };

/** What the site's data say of a session: its sentences; the rest as on any other day. */
function lineOf(session: string, book: FigureBook, changes: readonly Change[]): SessionLine {
  const race = { ...tna, benchmark: tna.map.benchmark };
  return {
    ...{ session, revision: 1, simulated: false, incomplete: false, flip: false, pdf: true, corrected: null },
    verdict: plainText(verdict(new Words(book), race, sessionContext(session))),
    changes: firstChanges({
      changes: [...changes],
      front: nothingBeside,
    }).map(plainText),
    ...{ state: 'no clear leadership', side: 'none', numbers: [-12, -0.0123, -0.0041, -0.0062] },
  };
}

describeShared('what changed on real sessions', () => {
  it('is listed in order, once, whole, and as often as the page says', { timeout: 1_200_000 }, () => {
    const panel = panelOfReal(realMarket());
    const sessions = panel.axis.sessions.filter((day) => day >= first && day <= last);
    const faults: string[] = [];
    const counts = new Map<string, number>();
    const lines: SessionLine[] = [];
    let before = figureBook(viewOf(panel, previousSession(sessions[0]!)));
    for (const session of sessions) {
      const now = figureBook(viewOf(panel, session));
      const two = {
        ...{ edition: tna, now, before, reported: reportedBefore(before, null), published: null, ahead: [] },
        header: { session, provenance: [], flags: [] },
      };
      const found = findChanges(two);
      const book = now.copy();
      carryChanged(book, found, two);
      const changes = changesInWords(found, new Words(book), two);
      lines.push(lineOf(session, book, changes));
      if (changes.length < found.length) faults.push(`${session}: a change without a sentence`);
      faults.push(...faultsOf(changes).map((fault) => `${session}: ${fault}`));
      const kinds = changes.length === 0 ? ['nothing'] : new Set(changes.map(({ kind }) => kind));
      for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      expect(findChanges({ ...two, before: now, reported: now })).toEqual([]);
      before = now;
    }
    expect(faults).toEqual([]);
    const year = lines.slice(-sessionsOfYear).toReversed();
    const file = yearFileOf({ edition: tna.id, title: tna.title, year: last.slice(0, 4), sessions: year });
    const bytes = Buffer.byteLength(dataScript('archive.year', file)) / year.length;
    expect(bytes).toBeLessThan(mostOfYear / sessionsOfYear);
    // It says as much as the verdict and the changes do: their sentences with their names would not fit.
    expect(Buffer.byteLength(JSON.stringify(lines)) / lines.length).toBeGreaterThan(
      mostOfYear / sessionsOfYear,
    );
    if (!isAll) return;
    const shown = readFileSync(page, 'utf8').matchAll(/`?(\w+)`? \| (\d+\.\d+) /g);
    for (const [, kind = '', share = ''] of shown)
      expect(((counts.get(kind) ?? 0) / sessions.length) * 100, kind).toBeCloseTo(Number(share), 1);
  });
});
