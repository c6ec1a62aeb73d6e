import { nextSession, previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import type { FigureBook } from '../figures/book.ts';
import { figureBook } from '../figures/index.ts';
import { methods } from '../figures/methods/index.ts';
import { definedFor, type Method } from '../figures/methods/method.ts';
import { windowPrices } from '../figures/prices/window-prices.ts';
import { isReported } from '../figures/study/reported.ts';
import type { Panel } from '../market-data/panel.ts';
import { viewOf } from '../market-data/session-view.ts';
import type { Report } from '../report/schema.ts';
import type { PastCalls } from '../series/calls.ts';
import { statementOf } from './call.ts';
import { reportedBefore } from './changes/kinds/readings.ts';
import { comparedWith, countRevisions } from './changes/published-report.ts';
import type { TwoSessions } from './changes/sessions.ts';
import { besideChanges, carryChanged, changesInWords, findChanges } from './changes.ts';
import type { Context } from './context.ts';
import type { Header } from './header.ts';
import { publishedFigure, publishedSource, reasonCodes } from './published.ts';
import { eventsAhead } from './sections/calendar/ahead.ts';
import { briefingFront } from './sections/front.ts';
import { sections } from './sections/index.ts';
import { seriesNames } from './series-names.ts';
import { SeriesRegistry } from './series-registry.ts';
import { statusBar } from './status-bar.ts';
import { changesWithCaveats, frontWithCaveats, sectionWithCaveats } from './with-caveats.ts';
import { forReaders } from './words/idiom.ts';
import { Words } from './words/sentence.ts';

/** Books of the last two sessions of each panel: yesterday's is needed today, and a backfill goes session by session. */
const books = new WeakMap<Panel, Map<string, { readonly book: FigureBook; readonly calls: PastCalls }>>();
const remembered = 2;

/**
 * Writes the whole briefing of one session: figures, words, charts. Pure: the same panel and header give the same
 * report, byte for byte.
 *
 * @throws RangeError when the session lies outside the exchange's calendar
 */
export function compose(panel: Panel, header: Header): Report {
  const { session, previous } = header;
  const { edition } = panel;
  const yesterday = previousSession(session);
  const before = bookOf(panel, yesterday, header.calls);
  const view = viewOf(panel, session, header.calls);
  const ahead = eventsAhead(view);
  const two: TwoSessions = {
    edition,
    header,
    now: bookOf(panel, session, header.calls),
    before,
    reported: reportedBefore(before, previous),
    ahead,
    published:
      previous === null
        ? null
        : comparedWith(
            previous,
            previous.session === yesterday
              ? before
              : figureBook(viewOf(panel, previous.session, header.calls)),
          ),
  };
  const found = findChanges(two);
  const book = two.now.copy();
  countRevisions(book, two.published);
  carryChanged(book, found, two);
  const names = seriesNames(edition);
  const words = new Words(book, forReaders(names));
  const context: Context = {
    edition,
    header,
    view,
    book,
    previousBook: before,
    series: new SeriesRegistry(),
    words,
  };
  const changes = changesInWords(found, words, two);
  const beside = besideChanges(changes, words, two);
  return {
    schema: 'smallcap-briefing/1',
    edition: {
      id: edition.id,
      title: edition.title,
      fund: edition.fund.symbol,
      inverse: edition.inverse.symbol,
      underlying: edition.underlying,
      beta: edition.fund.beta,
    },
    session,
    previousSession: yesterday,
    nextSession: nextSession(session),
    revision: header.revision,
    collectedAt: header.collectedAt,
    snapshot: header.snapshot,
    marks: {
      simulated: header.simulated,
      incomplete: header.incompleteBecause.length > 0,
      incompleteBecause: [...header.incompleteBecause],
    },
    strip: statusBar(edition, header, book),
    front: frontWithCaveats(words, briefingFront(context, changes.length, beside)),
    changes: changesWithCaveats(words, changes),
    ahead,
    sections: sections.map((section) => sectionWithCaveats(words, section(context))),
    call: statementOf(book, edition),
    ...figuresOf(book),
    windowPrices: windowPrices(view, book),
    axes: context.series.axesRecord(),
    series: context.series.seriesRecord(),
    methods: methodsUsed(book, edition),
    sources: header.provenance.map(publishedSource),
    names,
    flags: header.flags.map((flag) => ({ ...flag })),
  };
}

function figuresOf(book: FigureBook): Pick<Report, 'figures' | 'reasons'> {
  const figures: Report['figures'] = {};
  const isHeld = isReported(book);
  const held = book.sortedEntries().filter(([id]) => isHeld(id));
  for (const [id, figure] of held) figures[id] = publishedFigure(figure);
  return { figures, reasons: reasonCodes(held.map(([, figure]) => figure)) };
}

/** The figures of a session, computed once for as long as the panel's last two sessions are in use. */
function bookOf(panel: Panel, session: string, calls: PastCalls): FigureBook {
  const known = books.get(panel) ?? new Map<string, { book: FigureBook; calls: PastCalls }>();
  books.set(panel, known);
  const found = known.get(session);
  if (found?.calls === calls) return found.book;
  const book = figureBook(viewOf(panel, session, calls));
  known.set(session, { book, calls });
  for (const old of [...known.keys()].slice(0, -remembered)) known.delete(old);
  return book;
}

function methodsUsed(book: FigureBook, edition: Edition): Report['methods'] {
  const used = new Set(book.entries().map(([, { method }]) => method));
  const known: Readonly<Record<string, Method>> = methods;
  return Object.fromEntries(
    [...used]
      .sort()
      .flatMap((name) =>
        known[name] === undefined ? [] : [[name, definedFor(known[name], edition)] as const],
      ),
  );
}
