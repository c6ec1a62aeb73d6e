import { formatFigure } from '../../briefing/words/format.ts';
import { plainText } from '../../report/plain-text.ts';
import type { Report } from '../../report/schema.ts';
import { wrap } from '../terminal.ts';
import { columnsIn } from './columns.ts';

type Section = Report['sections'][number];
type Block = Section['blocks'][number];
type Cell = Extract<Block, { kind: 'table' }>['rows'][number]['cells'][number];

/** A section of a report in lines: sentences, tables in columns, and each chart by its own words. */
export function sectionText({ figures }: Report, section: Section, width: number): string[] {
  const lead = section.lead === undefined ? [] : wrap(plainText(section.lead), width);
  const blocks = section.blocks.flatMap((block) => ['', ...blockText(block, figures, width)]);
  return [section.title.toUpperCase(), ...lead, ...blocks];
}

function blockText(block: Block, figures: Report['figures'], width: number): string[] {
  const title = block.title === undefined ? [] : wrap(block.title, width);
  if (block.kind === 'absence')
    return [...title, ...wrap(block.reason, width - 2).map((line) => `  ${line}`)];
  if (block.kind === 'chart') return [...title, ...wrap(block.alt, width)];
  if (block.kind === 'prose') {
    const sentences = block.sentences.map(plainText);
    return [
      ...title,
      ...(block.form === 'list'
        ? sentences.flatMap((one) => wrap(`- ${one}`, width))
        : wrap(sentences.join(' '), width)),
    ];
  }
  const cell = (one: Cell): string => {
    if ('text' in one) return one.text;
    if ('spark' in one) return '';
    const figure = figures[one.figure];
    return figure === undefined ? '' : formatFigure(one.figure, figure);
  };
  const columns = block.columns.map(({ label, align }) =>
    align === 'end' ? { title: label, align } : { title: label },
  );
  const rows = block.rows.map(({ label, cells }) => [label, ...cells.map(cell)]);
  return [
    ...title,
    ...(block.subtitle === undefined ? [] : wrap(block.subtitle, width)),
    ...columnsIn([{ title: '' }, ...columns], rows, width),
    ...block.notes.flatMap((note) => wrap(plainText(note), width)),
  ];
}
