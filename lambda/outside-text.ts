/**
 * The one door through which text from outside (a provider's answer, a cell, a header, a file's name) enters a
 * message, a note, a page or a log: one line, of a stated length, without characters that control a terminal or a page.
 * Imports nothing, so that every room can use it.
 */

/** Most characters of an outside text that are quoted. */
export const quoteLimit = 60;
/** Most characters of a whole note or message that holds such text. */
export const noteLimit = 300;

/** Controls (terminal escapes, NUL), format characters (direction overrides, zero widths), line and paragraph separators. */
const acting = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Whether a text holds a character that controls a terminal or a page. */
export const actsOnReaders = (text: string): boolean => text.search(acting) >= 0;

/** Each controlling character but line ends, shown by its number: `\u{1b}`. */
export const shown = (text: string): string =>
  text.replace(acting, (found) => (found === '\n' ? found : `\\u{${found.codePointAt(0)?.toString(16)}}`));

/** On one line; a controlling character is shown by its number: `\u{1b}`. */
export const onOneLine = (text: string): string =>
  shown(text.toWellFormed().replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')).trim();

/** Work is bounded, whatever the length: no more of a text is looked at than can be shown. */
function shortened(text: string, limit: number): string {
  const line = onOneLine(text.slice(0, 20 * limit));
  const characters = Array.from(line.slice(0, 4 * limit));
  if (characters.length <= limit && text.length <= 20 * limit) return line;
  return `${characters.slice(0, limit - 1).join('')}…`;
}

/** An outside text within a sentence, without quotation marks: a symbol, a host, a file's name. */
export const namedText = (text: unknown): string => shortened(String(text), quoteLimit);

/** An outside text in quotation marks. */
export const quoted = (text: unknown): string => `"${namedText(text)}"`;

/** A whole note or message that holds outside text. */
export const noteOf = (text: string): string => shortened(text, noteLimit);

/** Characters that XML 1.0 cannot hold, each replaced by U+FFFD. */
export const inXml = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}');
