import type { ShellKind } from '../../../archive-layout.ts';

/** A page that its script fills from the archive's data: the same bytes whatever the archive holds. */
export interface Shell {
  /** Its name: `compare` lies at `compare.html`. */
  readonly kind: ShellKind;
  /** In the list of pages at the top; empty for one that other pages lead to. */
  readonly nav: string;
  readonly heading: string;
  readonly lead: string;
}

export const shells: readonly Shell[] = [
  {
    kind: 'search',
    nav: 'Search',
    heading: 'Search',
    lead: 'Every session by its words and numbers, newest first. The digits at the foot of a mail find its report.',
  },
  {
    kind: 'compare',
    nav: 'Compare',
    heading: 'Two briefings compared',
    lead: 'Any two sessions, or two revisions of one',
  },
  {
    kind: 'figures',
    nav: 'Figures',
    heading: 'Figures',
    lead: 'All figures of the newest briefing; each leads to its history',
  },
  { kind: 'figure', nav: '', heading: 'A figure', lead: 'Its course over the sessions of the archive' },
  {
    kind: 'corrections',
    nav: 'Corrections',
    heading: 'Corrections',
    lead: 'Every figure that was changed after it was published: as it was first published, and as it is now',
  },
  {
    kind: 'runs',
    nav: 'Runs',
    heading: 'Runs',
    lead: 'Every run that made, or should have made, a briefing: also those that found nothing to do, were refused or failed. Times are New York’s.',
  },
  {
    kind: 'like',
    nav: '',
    heading: 'Sessions like this',
    lead: 'The nearest by six figures, and what came after them',
  },
];

export interface ShellPage extends Shell {
  readonly title: string;
  readonly description: string;
}

/** @param title of the edition */
export const shellPages = (title: string): readonly ShellPage[] =>
  shells.map((shell) => ({ ...shell, title, description: shell.lead }));
