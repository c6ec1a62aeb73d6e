import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const start = join(import.meta.dirname, '../../../lambda/cli/start.js');

/**
 * The command line on this machine. Throws unless it exits with 0.
 * @param settings addresses of the providers by name, and the contact that they are told
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
