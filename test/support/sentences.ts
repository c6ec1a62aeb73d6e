import type { Report, Sentence } from '../../lambda/report/schema.ts';
import { noCalls } from '../../lambda/series/calls.ts';

/** Every sentence of a report, front page, changes and sections, in reading order. */
export function sentencesOf({ front, changes, sections }: Report): Sentence[] {
  const found: Sentence[] = [];
  collect(front, found);
  collect(changes, found);
  collect(sections, found);
  return found;
}

function collect(node: unknown, found: Sentence[]): void {
  if (Array.isArray(node)) for (const item of node) collect(item, found);
  else if (isSentence(node)) found.push(node);
  else if (typeof node === 'object' && node !== null)
    for (const value of Object.values(node)) collect(value, found);
}

function isSentence(node: unknown): node is Sentence {
  return typeof node === 'object' && node !== null && 'parts' in node && 'figures' in node;
}

/** A report's header for tests: nothing fetched, nothing flagged. */
export const headerOf = (session: string) => ({
  session,
  revision: 1,
  snapshot: 'test',
  collectedAt: `${session}T23:50:00.000Z`,
  simulated: true,
  incompleteBecause: [],
  provenance: [],
  flags: [],
  previous: null,
  calls: noCalls,
});
