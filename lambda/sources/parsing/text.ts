import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';

/**
 * The text of a payload, refused when it is plainly not what was asked for: empty, not UTF-8, or an HTML page
 * that came with status 200.
 *
 * @throws InputError
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new InputError('the answer is empty');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError('the answer is no UTF-8 text', {}, { cause: error });
  }
  const start = text.trimStart();
  if (start === '') throw new InputError('the answer is empty');
  if (/^<(!doctype|html|head|body|script)/i.test(start)) throw new InputError(`an HTML page${titleOf(text)}`);
  return text;
}

/** Only the beginning is looked at: a body of megabytes is searched for no title. */
function titleOf(html: string): string {
  const title = /<title[^<>]{0,200}>([^<]{1,200})/i.exec(html.slice(0, 4_000))?.[1]?.trim();
  return title === undefined || title === '' ? ' instead of data' : ` instead of data: ${quoted(title)}`;
}

/** The JSON of a payload. Plain text is quoted in the complaint. @throws InputError */
export function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    const looksLikeJson = /^\s*[[{]/.test(text);
    throw new InputError(
      looksLikeJson ? 'broken JSON' : `plain text instead of JSON: ${quoted(text)}`,
      {},
      { cause: error },
    );
  }
}

/** Whether a payload is HTML or XML, by how it begins. */
export const isMarkup = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith('<');
