import type { ParseContext } from '../parsing/parsed.ts';

/** A file of the folder: its bytes' name for messages, and what it should hold. */
export interface FileAbout extends ParseContext {
  /** `market/IWM.csv`. */
  readonly file: string;
  /** When the file was last written, ISO 8601 UTC; absent where nothing is known of it. */
  readonly writtenAt?: string | undefined;
  /** False where closes as traded are no whole cents: simulated prices have four decimals. */
  readonly inCents?: boolean;
}
