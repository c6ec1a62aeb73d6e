/**
 * Texts of a file, those that are alike but for their numbers written once: most sentences of a year are. A text is either
 * itself, or the index of one with gaps and what fills them.
 */
export type CodedText = string | readonly [index: number, ...numbers: string[]];

/** Numbers as sentences have them; a date's are two. */
const number = /[+−]?\d(?:[\d.,]*\d)?/g;
const gap = '#';

const withGaps = (text: string): string => text.replace(number, gap);

/** The texts with gaps that occur more than once, by first occurrence. One that has a gap's sign of its own is left out. */
export function repeatedTexts(texts: readonly string[]): readonly string[] {
  const coded = texts.filter((text) => !text.includes(gap)).map(withGaps);
  return [...Map.groupBy(coded, (text) => text)].filter(([, of]) => of.length > 1).map(([text]) => text);
}

/** @param table of {@link repeatedTexts} */
export function coder(table: readonly string[]): (text: string) => CodedText {
  const places = new Map(table.map((text, at) => [text, at]));
  return (text) => {
    const place = text.includes(gap) ? undefined : places.get(withGaps(text));
    return place === undefined ? text : [place, ...(text.match(number) ?? [])];
  };
}

/** Whether a table has the text, with as many gaps. */
export const isIn = (table: readonly string[], coded: CodedText): boolean =>
  typeof coded === 'string' || table[coded[0]]?.split(gap).length === coded.length;

/** The text again. @param coded that {@link isIn} the table */
export function decoded(table: readonly string[], coded: CodedText): string {
  if (typeof coded === 'string') return coded;
  const [place, ...numbers] = coded;
  return table[place]!.split(gap).reduce((text, part, at) => text + numbers[at - 1]! + part);
}
