import type { Section } from '../report.ts';
import type { Context } from './context.ts';

/** Which way leadership turns, since when, how broadly, and how far the score can be trusted. */
export function rotation({ book }: Context): Section {
  return { id: 'rotation', title: 'Rotation', status: book.get('rotation.score').status, blocks: [] };
}
