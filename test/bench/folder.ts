import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../../lambda/editions/edition.ts';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';

/** Writes the simulated market up to a session as the folder of CSV files that a person would have. */
export async function writeFolder(edition: Edition, session: string, folder: string): Promise<void> {
  const request = { edition, session, through: session, now: `${session}T23:50:00.000Z` };
  const payloads = await simulatedSource().collect(request);
  await Promise.all(['market', 'macro'].map((part) => mkdir(join(folder, part), { recursive: true })));
  await Promise.all(
    payloads.map(({ key, bytes }) => {
      const [kind, name] = key.split(':') as [string, string];
      const part = kind === 'bars' ? 'market' : 'macro';
      return writeFile(join(folder, part, `${name.replace('^', '_')}.csv`), bytes);
    }),
  );
}
