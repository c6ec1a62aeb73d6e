import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code that makes a briefing, as its manifest names it: name and version of the package. */
export function codeName(): string {
  const path = join(import.meta.dirname, '../../package.json');
  const project: { name: string; version: string } = JSON.parse(readFileSync(path, 'utf8'));
  return `${project.name} ${project.version}`;
}
