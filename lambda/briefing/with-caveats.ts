import type { FigureBook } from '../figures/book.ts';
import type { Block, Change, Front, Section } from '../report/schema.ts';
import { qualify, qualifyBriefly } from './words/qualify.ts';

/** The front page with every caveat said where the figure is shown. */
export function frontWithCaveats(book: FigureBook, front: Front): Front {
  return {
    ...front,
    verdict: qualify(book, front.verdict),
    supporting: front.supporting.map((sentence) => qualify(book, sentence)),
    notices: front.notices.map((sentence) => qualify(book, sentence)),
    blocks: front.blocks.map((block) => qualifiedBlock(book, block)),
  };
}

/** The changes with a word for what they rest on: the figures themselves say why they are proxies, or late. */
export const changesWithCaveats = (book: FigureBook, changes: readonly Change[]): Change[] =>
  changes.map((change) => ({ ...change, sentence: qualifyBriefly(book, change.sentence) }));

/** A section with every caveat said where the figure is shown. */
export function sectionWithCaveats(book: FigureBook, section: Section): Section {
  return {
    ...section,
    ...(section.lead === undefined ? {} : { lead: qualify(book, section.lead) }),
    blocks: section.blocks.map((block) => qualifiedBlock(book, block)),
  };
}

function qualifiedBlock(book: FigureBook, block: Block): Block {
  if (block.kind === 'prose') {
    const given = new Set<string>();
    return {
      ...block,
      sentences: block.sentences.map((sentence) =>
        block.form === 'paragraph' ? qualify(book, sentence, given) : qualify(book, sentence),
      ),
    };
  }
  if (block.kind === 'table') return { ...block, notes: block.notes.map((note) => qualify(book, note)) };
  return block;
}
