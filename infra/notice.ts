import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const rule = '-'.repeat(80);

/**
 * The packages that some files belong to, each with its version, its licence as an SPDX expression, and the texts of
 * licence and notice that it carries; a text that several carry appears once.
 *
 * @param files paths from the repository's root; those outside `node_modules` are our own
 * @param legalComments what esbuild kept of comments with a licence
 */
export function noticeOf(repository: string, files: readonly string[], legalComments: string): string {
  const folders = new Set(files.flatMap((file) => packageFolder(file) ?? []));
  const packages = [...folders].sort().map((folder) => read(join(repository, folder)));
  const byText = new Map<string, string[]>();
  for (const { title, texts } of packages)
    for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), title]);
  return [
    'This function contains the following packages.\n',
    ...packages.map(({ title, licence }) => `${title}: ${licence}`),
    ...[...byText].map(([text, titles]) => `\n${rule}\n${titles.join('\n')}\n\n${text}`),
    ...(legalComments === '' ? [] : [`\n${rule}\n${legalComments.trim()}`]),
    '',
  ].join('\n');
}

/** `node_modules/@scope/name` of a file in it; undefined for a file that belongs to no package. */
function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.[0];
}

function read(folder: string) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence`);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)(\.|$)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { title: `${name} ${version}`, licence: license, texts };
}
