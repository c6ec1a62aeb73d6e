import { stripVTControlCharacters, styleText } from 'node:util';

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
    return process.stdout.columns ?? 100;
  }

  print(text: string): void {
    if (!this.json) process.stdout.write(`${text}\n`);
  }

  /** Draws over the current line. */
  redraw(text: string): void {
    process.stdout.write(`\r\u001b[K${text}`);
  }

  printJson(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  complain(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  styled(style: Style, text: string): string {
    return this.live ? styleText(style, text, { stream: process.stdout }) : text;
  }

  styledError(style: Style, text: string): string {
    return styleText(style, text, { stream: process.stderr });
  }
}

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
