import type { Section } from '../report.ts';
import type { Context } from './context.ts';

/** What the leveraged fund did beside its daily objective, and what holding it longer has meant. */
export function fund({ book, edition }: Context): Section {
  const { symbol } = edition.fund;
  return { id: 'fund', title: symbol, status: book.get(`return.${symbol}.1d`).status, blocks: [] };
}
