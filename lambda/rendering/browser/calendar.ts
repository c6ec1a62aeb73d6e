const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -5, ArrowDown: 5 };

/** Arrow keys walk a calendar from briefing to briefing: left and right by a session, up and down by about a week. */
export function walkCalendars(): void {
  for (const calendar of document.querySelectorAll('.calendar')) {
    const links = [...calendar.querySelectorAll<HTMLAnchorElement>('a.cell')];
    calendar.addEventListener('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      const from = links.indexOf(document.activeElement as HTMLAnchorElement);
      const last = links.length - 1;
      const to = key === 'Home' ? 0 : key === 'End' ? last : from + (steps[key] ?? Number.NaN);
      if (from < 0 || Number.isNaN(to)) return;
      event.preventDefault();
      links[Math.max(0, Math.min(last, to))]?.focus();
    });
  }
}
