import { describe, expect, it } from 'vitest';
import { plain } from '../../lambda/briefing/words/sentence.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import { reportFrom } from '../support/briefings.ts';
import { readable } from '../support/hand-made-book.ts';

const source = simulatedSource();

/** What a briefing says, as a reader would hear it: front page, then the leads and prose of rotation and the fund. */
function spoken({ session, front, sections }: Report): string {
  const { verdict, supporting, changes, blocks } = front;
  const told = sections
    .filter(({ id }) => id === 'rotation' || id === 'fund')
    .flatMap(({ title, lead, blocks: own }) => [
      `\n## ${title}`,
      ...(lead === undefined ? [] : [plain(lead)]),
      ...own.flatMap((block) => (block.kind === 'prose' ? block.sentences.map(plain) : [])),
    ]);
  const lines = [
    `# ${session}: ${plain(verdict)}`,
    ...supporting.map(plain),
    `\nSince ${changes.since}:`,
    ...changes.items.map((item) => `- ${plain(item)}`),
    '',
    ...blocks.flatMap((block) => (block.kind === 'prose' ? block.sentences.map(plain) : [])),
    ...told,
  ];
  return `${readable(lines.join('\n'))}\n`;
}

// Read before they are changed: a golden text is a text that somebody found right.
describe('the words of the simulated market', () => {
  it.each(['2006-03-15', '2019-12-31', '2025-11-26'])('of %s', { timeout: 120_000 }, async (session) => {
    const report = await reportFrom(source, session);
    await expect(spoken(report)).toMatchFileSnapshot(`words/${session}.txt`);
  });
});
