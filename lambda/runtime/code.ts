import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const project = z.object({ name: z.string(), version: z.string() });

/** The code that makes a briefing, as its manifest names it: name and version of the package. */
export function codeName(): string {
  const path = join(import.meta.dirname, '../../package.json');
  const { name, version } = project.parse(JSON.parse(readFileSync(path, 'utf8')));
  return `${name} ${version}`;
}
