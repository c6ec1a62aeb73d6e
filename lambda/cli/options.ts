import { UsageError } from '../errors.ts';
import type { Paper } from '../rendering/printer.ts';

/** What every command understands. */
export interface Common {
  readonly json?: boolean;
  readonly debug?: boolean;
}

/** Which archive a command reads: a folder, or a bucket as `s3://BUCKET`; `--out` names a folder as well. */
export interface Place {
  readonly archive?: string;
  readonly out?: string;
}

/** What every command about an edition understands. */
export interface Chosen extends Common {
  readonly edition: string;
}

/** What every command that publishes understands. */
export interface Publishing extends Chosen, Place {
  readonly paper: string;
  readonly allowIncomplete?: boolean;
  readonly now?: string;
}

/** What `sources` understands. */
export interface SourcesOptions extends Chosen, Place {
  readonly session?: string;
  readonly offline?: boolean;
  readonly probe?: boolean;
  readonly now?: string;
}

/** @throws UsageError */
export function paperOption(text: string): Paper {
  const known = { a4: 'A4', letter: 'Letter' } as const;
  const paper = Object.entries(known).find(([name]) => name === text.toLowerCase())?.[1];
  if (paper === undefined)
    throw new UsageError(`--paper ${text} is not a paper we print on`, { hint: 'Use a4 or letter.' });
  return paper;
}

/** @throws UsageError */
export function revisionOption(text: string): number {
  if (!/^r?[1-9]\d{0,5}$/.test(text))
    throw new UsageError(`--revision ${text} is not a revision`, {
      hint: 'Use a number, as in --revision 1.',
    });
  return Number(text.replace('r', ''));
}
