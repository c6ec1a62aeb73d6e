import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { HandlerName } from '../lambda/contract.ts';

const repository = join(import.meta.dirname, '..');
const built = join(repository, 'dist', 'lambda');
const done = new Map<HandlerName, string>();

/**
 * The asset of one Lambda: a folder with `index.mjs` and whatever the code reads beside it. Made by esbuild alone, so
 * that it needs neither Docker nor the network; once a process.
 */
export function buildAsset(name: HandlerName): string {
  const known = done.get(name);
  if (known !== undefined) return known;
  const folder = join(built, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(repository, `lambda/handlers/${name}.ts`)],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['@sparticuz/chromium'],
    alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'bundle/credentials.ts') },
    // What is still CommonJS inside asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  if (name === 'render') addRenderer(folder);
  done.set(name, folder);
  return folder;
}

/** What the renderer reads at run time: templates, the faces of its font, and the packed browser less its graphics. */
function addRenderer(folder: string): void {
  cpSync(join(repository, 'templates'), join(folder, 'templates'), { recursive: true });
  copyPackage(folder, '@fontsource/inter', ['LICENSE', 'files/inter-{latin,greek}-?00-normal.woff2']);
  copyPackage(folder, '@sparticuz/chromium', [
    'LICENSE',
    'build/**/*.*',
    'bin/{chromium,al2023.tar,fonts.tar}.br',
  ]);
}

/** Some files of an installed package, so that it is found as it would be in `node_modules`. */
function copyPackage(folder: string, name: string, patterns: readonly string[]): void {
  const from = join(repository, 'node_modules', name);
  for (const file of globSync(['package.json', ...patterns], { cwd: from }))
    cpSync(join(from, file), join(folder, 'node_modules', name, file));
}
