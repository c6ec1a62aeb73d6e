import type { Block, Change, Front, Section } from '../report/schema.ts';
import { qualify, qualifyBriefly } from './words/qualify.ts';
import type { Words } from './words/sentence.ts';

/** The front page with every caveat said where the figure is shown. */
export function frontWithCaveats(words: Words, front: Front): Front {
  return {
    ...front,
    verdict: qualify(words, front.verdict),
    supporting: front.supporting.map((sentence) => qualify(words, sentence)),
    notices: front.notices.map((sentence) => qualify(words, sentence)),
    blocks: front.blocks.map((block) => qualifiedBlock(words, block)),
  };
}

/** The changes with a word for what they rest on: the figures themselves say why they are proxies, or late. */
export const changesWithCaveats = (words: Words, changes: readonly Change[]): Change[] =>
  changes.map((change) => ({ ...change, sentence: qualifyBriefly(words, change.sentence) }));

/** A section with every caveat said where the figure is shown. */
export function sectionWithCaveats(words: Words, section: Section): Section {
  return {
    ...section,
    ...(section.lead === undefined ? {} : { lead: qualify(words, section.lead) }),
    blocks: section.blocks.map((block) => qualifiedBlock(words, block)),
  };
}

function qualifiedBlock(words: Words, block: Block): Block {
  if (block.kind === 'prose') {
    const given = new Set<string>();
    return {
      ...block,
      sentences: block.sentences.map((sentence) =>
        block.form === 'paragraph' ? qualify(words, sentence, given) : qualify(words, sentence),
      ),
    };
  }
  if (block.kind === 'table') return { ...block, notes: block.notes.map((note) => qualify(words, note)) };
  return block;
}
