import type { Header } from '../header.ts';

/**
 * Why there is nothing of a kind that providers are asked for, in a sentence: what the collection said of it, or that
 * no provider was asked.
 *
 * @param subject the payload's key, or how it begins: `filings:`, `holdings:TNA`
 */
export function disclosureGap({ flags }: Header, subject: string, what: string): string {
  const said = flags.find((flag) => flag.subject.startsWith(subject));
  return said === undefined ? `No source of ${what} is configured.` : `${capitalised(said.text)}.`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
