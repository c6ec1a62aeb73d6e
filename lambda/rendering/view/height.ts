import { plainText } from '../../report/plain-text.ts';
import type { Block, Chart, Sentence } from '../../report/schema.ts';

/** About how high a block is in one column of a desktop page, in pixels: enough to balance two columns. */
export function blockHeight(block: Block): number {
  switch (block.kind) {
    case 'absence':
      return 80;
    case 'prose': {
      const own = block.title === undefined ? 0 : 28;
      if (block.form === 'paragraph') return own + 22 * lines(block.sentences, letters.prose);
      return (
        own + block.sentences.reduce((sum, sentence) => sum + 22 * lines([sentence], letters.prose) + 11, 0)
      );
    }
    case 'table': {
      const groups = new Set(block.rows.map((row) => row.group ?? '')).size - 1;
      return 84 + 27 * block.rows.length + 34 * groups + 17 * lines(block.notes, letters.notes);
    }
    case 'chart':
      return 76 + drawingHeight(block);
  }
}

function drawingHeight(chart: Chart): number {
  switch (chart.type) {
    case 'lines':
    case 'prices':
      return 270;
    case 'rotation-map':
      return 20 + 18 * chart.tails.length;
    case 'bars':
      return 26 + (chart.bars.some((bar) => bar.note !== undefined) ? 34 : 20) * chart.bars.length;
    case 'stacked':
      return 64 + 27 * chart.groups.length;
    case 'ranges':
      return 42 + 25 * chart.rows.length;
    case 'levels':
      return Math.max(270, 30 + 30 * chart.levels.length);
  }
}

/** Letters of a line of a column, by size of text. */
const letters = { prose: 62, notes: 84 };

/** Lines that sentences take, run on. */
function lines(sentences: readonly Sentence[], across: number): number {
  return Math.ceil(sentences.reduce((sum, sentence) => sum + plainText(sentence).length + 1, 0) / across);
}
