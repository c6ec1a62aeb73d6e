import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { openPrinter } from '../../../lambda/rendering/pdf.ts';
import type { Printer } from '../../../lambda/rendering/printer.ts';
import { replay } from '../../../lambda/runs/replay.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';

const run = promisify(execFile);
const start = join(import.meta.dirname, '../../../lambda/cli/start.js');

/**
 * The command line on this machine. Throws unless it exits with 0.
 * @param settings addresses of the providers by name, and the contact that requests name
 */
export async function commandLine(
  words: readonly string[],
  { contact = '', ...addresses }: Readonly<Record<string, string>> = {},
): Promise<void> {
  const variables = Object.entries(addresses).map(([name, origin]) => [
    `BRIEFING_URL_${name.toUpperCase()}`,
    origin,
  ]);
  const env = { ...process.env, ...Object.fromEntries(variables), BRIEFING_CONTACT: contact };
  await run(process.execPath, [start, ...words], { env });
}

/** Makes published briefings again on this machine, from the source code and not from what was deployed. */
export class Remaker {
  readonly #archive: Archive;
  #printer: Printer | undefined;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** @returns the files of a session's newest revision that come out otherwise, and where they differ */
  async differences(session: string): Promise<readonly string[]> {
    const { files } = await replay(
      { edition: tna, session, revision: undefined },
      { archive: this.#archive, printer: async () => this.#open(), watch: unwatched },
    );
    return files.flatMap(({ name, identical, differences }) =>
      identical ? [] : [`${session} ${name}: ${differences.join('; ')}`],
    );
  }

  async close(): Promise<void> {
    await this.#printer?.close();
  }

  #open(): Printer {
    this.#printer ??= openPrinter();
    return this.#printer;
  }
}
