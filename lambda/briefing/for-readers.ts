import type { Block, Change, Front, Part, Section, Sentence } from '../report/schema.ts';

type Put = (text: string) => string;

/** A front page whose every text is put into a reader's words. */
export function frontFor(put: Put, front: Front): Front {
  return {
    ...front,
    verdict: sentenceFor(put, front.verdict),
    supporting: front.supporting.map((one) => sentenceFor(put, one)),
    notices: front.notices.map((one) => sentenceFor(put, one)),
    changes: { ...front.changes, items: front.changes.items.map((one) => sentenceFor(put, one)) },
    keys: front.keys.map((key) =>
      key.below === undefined ? key : { ...key, below: sentenceFor(put, key.below) },
    ),
    blocks: front.blocks.map((block) => blockFor(put, block)),
  };
}

/** A change whose sentence is put into a reader's words. */
export const changeFor = (put: Put, change: Change): Change => ({
  ...change,
  sentence: sentenceFor(put, change.sentence),
});

/** A section whose every text is put into a reader's words. */
export function sectionFor(put: Put, section: Section): Section {
  return {
    ...section,
    ...(section.lead === undefined ? {} : { lead: sentenceFor(put, section.lead) }),
    blocks: section.blocks.map((block) => blockFor(put, block)),
  };
}

function sentenceFor(put: Put, sentence: Sentence): Sentence {
  const parts = (all: readonly Part[]) =>
    all.map((part) => (typeof part === 'string' ? put(part) : { ...part, text: put(part.text) }));
  return {
    ...sentence,
    parts: parts(sentence.parts),
    ...(sentence.caveat === undefined ? {} : { caveat: parts(sentence.caveat) }),
  };
}

function blockFor(put: Put, block: Block): Block {
  switch (block.kind) {
    case 'prose':
      return { ...block, sentences: block.sentences.map((one) => sentenceFor(put, one)) };
    case 'absence':
      return { ...block, reason: put(block.reason) };
    case 'chart':
      return { ...block, subtitle: put(block.subtitle), alt: put(block.alt) };
    case 'table':
      return {
        ...block,
        ...(block.subtitle === undefined ? {} : { subtitle: put(block.subtitle) }),
        rows: block.rows.map((row) => ({
          ...row,
          ...(row.hint === undefined ? {} : { hint: put(row.hint) }),
          cells: row.cells.map((cell) => ('text' in cell ? { text: put(cell.text) } : cell)),
        })),
        notes: block.notes.map((one) => sentenceFor(put, one)),
      };
  }
}
