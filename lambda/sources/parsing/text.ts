import { InputError } from '../../errors.ts';

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

function titleOf(html: string): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(html)?.[1]?.trim();
  return title === undefined || title === '' ? ' instead of data' : ` instead of data: "${title}"`;
}

/** The JSON of a payload. Plain text is quoted in the complaint. @throws InputError */
export function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    const looksLikeJson = /^\s*[[{]/.test(text);
    throw new InputError(
      looksLikeJson ? 'broken JSON' : `plain text instead of JSON: "${excerpt(text)}"`,
      {},
      { cause: error },
    );
  }
}

/** The first words of a text on one line, for a message. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
}

/** Whether a payload is HTML or XML, by how it begins. */
export const isMarkup = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith('<');
