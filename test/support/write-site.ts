import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const repository = join(import.meta.dirname, '../..');

/** Where the script of the archive's site lies, made. */
export const siteScriptFile = join(repository, 'templates/site/site.js');

/**
 * The script of the archive's site from its sources in `lambda/rendering/browser`: one classic script, since a page that was
 * opened from a disk loads no module. It is kept in the repository, so that publishing needs no bundler.
 */
export async function siteScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['lambda/rendering/browser/main.ts'],
    absWorkingDir: repository,
    write: false,
    bundle: true,
    // Names stay, so that two branches that changed different things seldom touch the same line.
    minifySyntax: true,
    minifyWhitespace: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    // One statement a line: a change is a few lines of the repository's history, not all of it.
    lineLimit: 160,
    logLevel: 'error',
  });
  const notice = readFileSync(join(repository, 'node_modules/d3-array/LICENSE'), 'utf8').trim();
  const head = 'Made by `npm run site` from lambda/rendering/browser. It holds d3-array:';
  return `/*! ${head}\n\n${notice}\n*/\n${outputFiles[0]!.text}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(siteScriptFile, await siteScript());
