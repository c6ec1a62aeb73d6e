import { stripVTControlCharacters, styleText } from 'node:util';
import { shown } from '../outside-text.ts';

type Style = Parameters<typeof styleText>[0];

/** Where a command writes. Colour follows the stream and `NO_COLOR`; in JSON mode people's text goes nowhere. */
export class Terminal {
  readonly json: boolean;
  readonly debug: boolean;

  constructor(options: { json?: boolean | undefined; debug?: boolean | undefined } = {}) {
    this.json = options.json ?? false;
    this.debug = options.debug ?? false;
  }

  /** Whether lines may be drawn over. */
  get live(): boolean {
    return !this.json && process.stdout.isTTY === true && process.env.TERM !== 'dumb';
  }

  get columns(): number {
    return terminalWidth(process.stdout);
  }

  /** Columns that a table may have: to a file or another program it goes whole. */
  get tableColumns(): number {
    return process.stdout.columns === undefined ? Number.POSITIVE_INFINITY : Math.min(this.columns, 200);
  }

  print(text: string): void {
    if (!this.json) process.stdout.write(`${harmless(text)}\n`);
  }

  /** Draws over the current line. */
  redraw(text: string): void {
    process.stdout.write(`\r\u001b[K${harmless(text)}`);
  }

  printJson(value: unknown): void {
    process.stdout.write(`${jsonText(value)}\n`);
  }

  complain(text: string): void {
    process.stderr.write(`${harmless(text)}\n`);
  }

  styled(style: Style, text: string): string {
    return this.live ? styleText(style, text, { stream: process.stdout }) : text;
  }

  styledError(style: Style, text: string): string {
    return styleText(style, text, { stream: process.stderr });
  }
}

/** Fewer columns than these are not written for: a terminal breaks such lines itself. */
const fewest = 40;

/**
 * Columns to write for. A stream that is no terminal has no width, and some terminals (those of `script`, of some
 * containers) say 0: both are taken for 100.
 */
export function terminalWidth({ columns }: { readonly columns?: number | undefined }): number {
  return columns === undefined || columns === 0 ? 100 : Math.max(fewest, columns);
}

/**
 * A text in which only colours of ours act on the terminal. What came from outside was made harmless when it entered
 * a message; this is the last door.
 */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes that colours begin with
  const colour = /(\u001b\[[\d;]*m)/;
  return text
    .split(colour)
    .map((part, at) => (at % 2 === 1 ? part : shown(part)))
    .join('');
}

/** JSON in which no character acts on a terminal: it escapes the controls below U+0020 by itself. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) =>
    Array.from(
      { length: found.length },
      (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** Breaks a paragraph at spaces into lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
