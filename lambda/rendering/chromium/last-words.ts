import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Bytes of a browser's standard error that are kept: the last ones. */
const keptBytes = 4096;

/** What is known of the end of a browser's process. */
export interface LastWords {
  /** How it ended; null while it runs, and when it never began. */
  readonly ending: string | null;
  /** The line of its standard error that says most; empty when it wrote nothing. */
  readonly line: string;
  /** The end of its standard error, without control characters. */
  readonly output: string;
}

/**
 * Reads a browser's standard error while it runs, since a full pipe would stop it.
 * @returns asks for its last words: waits, a quarter of a second at most, for a process that is just ending
 */
export function listenTo(child: ChildProcess): () => Promise<LastWords> {
  let kept = Buffer.alloc(0);
  child.stderr?.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-keptBytes);
  });
  const closed = once(child, 'close').catch(() => undefined);
  return async () => {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, 250);
    await Promise.race([closed, late]);
    clearTimeout(timer);
    const output = kept
      .toString()
      .replace(/[^\P{C}\n]/gu, '')
      .trim();
    return { ending: endOf(child), line: sayingMost(output), output };
  };
}

function endOf({ pid, exitCode, signalCode }: ChildProcess): string | null {
  if (signalCode !== null) return `it was ended by ${signalCode}`;
  return pid === undefined || exitCode === null ? null : `it ended with exit code ${exitCode}`;
}

/** Stack traces come last and say little to people. */
function sayingMost(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const line = lines.findLast((one) => /error|fatal|fail|cannot/i.test(one)) ?? lines.at(-1) ?? '';
  return line.trim().slice(0, 300);
}
