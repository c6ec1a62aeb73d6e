import type { Context } from '../context.ts';

/**
 * Why there is nothing of a kind that providers are asked for, in a sentence: what the collection said of it, or that
 * no provider was asked.
 *
 * @param subject the payload's key, or how it begins: `filings:`, `holdings:TNA`
 */
export function disclosureGap(
  { header, words }: Pick<Context, 'header' | 'words'>,
  subject: string,
  what: string,
): string {
  const said = header.flags.find((flag) => flag.subject.startsWith(subject));
  return said === undefined
    ? `This run had no source of ${what}.`
    : `${capitalised(words.idiom.words(said.text))}.`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
