import { sentWords } from '../../view/site/run-words.ts';
import { loadRunMonths, loadRuns } from '../data.ts';

/**
 * On a session's page, of each revision whether messages about it went out: by the ledger of runs, since a page that is made at
 * publication cannot know it yet.
 */
export async function markMessages(): Promise<void> {
  const cells = [...document.querySelectorAll<HTMLElement>('[data-sent]')];
  if (cells.length === 0) return;
  const known = (await loadRunMonths())?.months ?? [];
  const wanted = new Set(cells.flatMap(({ dataset }) => monthsAround(dataset.published ?? '')));
  const loaded = await Promise.all(known.filter((month) => wanted.has(month)).map(loadRuns));
  const runs = loaded.flatMap((month) => month?.runs ?? []);
  for (const cell of cells)
    cell.textContent = ` · ${sentWords(
      runs.filter(({ session, revision }) => `${session}.${revision}` === cell.dataset.sent),
    )}`;
}

/** The months of the ledger that may say it: of the publication, a day before (New York is behind) and a month later. */
function monthsAround(instant: string): readonly string[] {
  const at = Date.parse(instant);
  return [-1, 0, 31].map((days) => new Date(at + days * 86_400_000).toISOString().slice(0, 7));
}
