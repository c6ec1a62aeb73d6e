import { walkCalendars } from './calendar.ts';
import { app, note } from './dom.ts';
import { alikePage } from './pages/alike.ts';
import { comparePage } from './pages/compare.ts';
import { correctionsPage } from './pages/corrections.ts';
import { figurePage } from './pages/figure.ts';
import { figuresPage } from './pages/figures.ts';
import { positionBox } from './pages/position.ts';
import { runsPage } from './pages/runs.ts';
import { searchPage } from './pages/search.ts';
import { markMessages } from './pages/sent.ts';

/** The scripts of the archive's site, one file for all pages: what a page is, its body says. */
const pages: Readonly<Record<string, () => void>> = {
  compare: comparePage,
  corrections: correctionsPage,
  figure: figurePage,
  figures: figuresPage,
  like: alikePage,
  runs: runsPage,
  search: searchPage,
};

addEventListener('unhandledrejection', ({ reason }) => {
  app().append(note(`This page failed: ${reason instanceof Error ? reason.message : String(reason)}`));
});
pages[document.body.dataset.page ?? '']?.();
walkCalendars();
markMessages();
const box = document.getElementById('position');
if (box !== null) positionBox(box);
