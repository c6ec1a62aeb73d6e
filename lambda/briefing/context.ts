import type { Edition } from '../editions/edition.ts';
import type { FigureBook } from '../figures/book.ts';
import type { SessionView } from '../market-data/session-view.ts';
import type { Section } from '../report/schema.ts';
import type { Header } from './header.ts';
import type { SeriesRegistry } from './series-registry.ts';
import type { Words } from './words/sentence.ts';

/** All that a section is written from. Sections read figures and draw series; they compute neither. */
export interface Context {
  readonly edition: Edition;
  readonly header: Header;
  readonly view: SessionView;
  readonly book: FigureBook;
  /** The same figures one session earlier, computed from the same panel; null on a history's first session. */
  readonly previousBook: FigureBook | null;
  /** Collects the data of charts and sparklines as they are written. */
  readonly series: SeriesRegistry;
  /** Builds sentences from this book's figures. */
  readonly words: Words;
}

export type SectionBuilder = (context: Context) => Section;
