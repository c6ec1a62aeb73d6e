import type { StripItem } from './schema.ts';

/*
 * Reports and snapshots keep reasons and notes in one text, its parts divided by semicolons, and sources by commas.
 * Archives of every age hold that form, and it is read here and nowhere else: to compare a report with an archived one, and
 * to carry on what an archive noted. Rules decide by codes (lambda/series/reason.ts), never by such a text.
 */

const divider = '; ';
const comma = ', ';

/** The parts in one text, the semicolons within them turned to commas; undefined of none. */
export const inOneText = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : parts.map((part) => part.replaceAll(divider, ', ')).join(divider);

/** The parts of a text that a report or a snapshot holds. */
export const reasonsIn = (text: string | undefined): readonly string[] => text?.split(divider) ?? [];

/** Ids of sources in the one text in which a figure names them. */
export const sourcesText = (sources: readonly string[]): string => sources.join(comma);

/** The ids of sources that a figure names. */
export const sourcesIn = (text: string): readonly string[] =>
  text.includes(comma) ? text.split(comma) : [text];

/** An item of the strip, less the word that says whether prices are corrected no more: time alone changes it. */
export const withoutFinality = (item: StripItem): StripItem =>
  item.label === 'prices' ? { ...item, text: item.text.replace(/^(provisional|final)(?=$|;)/, '') } : item;
