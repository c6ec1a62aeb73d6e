import { InputError } from '../errors.ts';

/** A parser failed in a way that its author did not foresee: what it was given cannot be used, and we want to know. */
export class ParserBug extends InputError {
  readonly source: string;

  /** @param file that was read, where it is one */
  constructor(source: string, cause: unknown, file?: string) {
    const what = cause instanceof Error ? cause.name : typeof cause;
    super(`cannot be read (${what})`, file === undefined ? {} : { file }, {
      cause,
      hint: 'This is a bug: run again with --debug and report what it prints.',
    });
    this.source = source;
  }
}

/** Called for a parser's unexpected exception, a bug of ours. */
export type ReportBug = (bug: ParserBug) => void;

/** Reads by a parser. @throws InputError, and a ParserBug for anything else: one input never ends a run by itself */
export function guardParser<T>(source: string, parse: () => T, file?: string): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof InputError ? error : new ParserBug(source, error, file);
  }
}
