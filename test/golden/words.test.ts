import { describe, expect, it } from 'vitest';
import { changeSentences } from '../../lambda/report/changes.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Block, Report } from '../../lambda/report/schema.ts';
import { simulatedReport } from '../support/briefings.ts';
import { plainSpaces } from '../support/hand-made-book.ts';

/** What a briefing says, as a reader would hear it: front page, then the leads, prose and notes of what follows it. */
function spoken(report: Report): string {
  const { session, front, sections } = report;
  const { verdict, supporting, changes, blocks } = front;
  const told = sections
    .filter(({ id }) => ['rotation', 'history', 'calls', 'fund', 'claims'].includes(id))
    .flatMap(({ title, lead, blocks: own }) => [
      `\n## ${title}`,
      ...(lead === undefined ? [] : [plainText(lead)]),
      ...own.flatMap((block) => {
        if (block.kind === 'prose') return block.sentences.map(plainText);
        return block.id.startsWith('history') || block.id.startsWith('calls') ? notesOf(block) : [];
      }),
    ]);
  const lines = [
    `# ${session}: ${plainText(verdict)}`,
    ...supporting.map(plainText),
    `\nSince ${changes.since}:`,
    ...changeSentences(report).map((item) => `- ${plainText(item)}`),
    '',
    ...blocks.flatMap((block) => (block.kind === 'prose' ? block.sentences.map(plainText) : [])),
    ...told,
  ];
  return `${plainSpaces(lines.join('\n'))}\n`;
}

const notesOf = (block: Block): string[] => (block.kind === 'table' ? block.notes.map(plainText) : []);

// Read before they are changed: a golden text was once read and found right.
describe('the words of the simulated market', () => {
  it.each(['2006-03-15', '2019-12-31', '2025-11-26'])('of %s', async (session) => {
    const report = await simulatedReport(session);
    await expect(spoken(report)).toMatchFileSnapshot(`words/${session}.txt`);
  });
});
