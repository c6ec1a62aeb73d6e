import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { type HandlerName, handlerNames } from '../lambda/contract.ts';
import { lean } from './bundle/lean.ts';

const repository = join(import.meta.dirname, '..');
const built = join(repository, 'dist', 'lambda');
const begun = new Map<HandlerName, Promise<string>>();

/** What the renderer reads at run time, beside its code: templates, the faces of its font, the browser less its graphics. */
const beside: readonly { readonly folder: string; readonly files: readonly string[] }[] = [
  { folder: 'templates', files: ['**/*.*'] },
  {
    folder: 'node_modules/@fontsource/inter',
    files: ['package.json', 'LICENSE', 'files/inter-{latin,greek}-?00-normal.woff2'],
  },
  {
    folder: 'node_modules/@sparticuz/chromium',
    files: ['package.json', 'LICENSE', 'build/**/*.*', 'bin/{chromium,al2023.tar,fonts.tar}.br'],
  },
];

/** The assets of all Lambdas, as `buildAsset` makes each. */
export async function buildAssets(): Promise<Readonly<Record<HandlerName, string>>> {
  const built = handlerNames.map(async (name) => [name, await buildAsset(name)] as const);
  return Object.fromEntries(await Promise.all(built)) as Record<HandlerName, string>;
}

/**
 * The asset of one Lambda: a folder with `index.mjs` and whatever the code reads beside it. Made by esbuild alone, so
 * that it needs neither Docker nor the network. The folder is named by what is in it and appears whole: two that
 * build at the same time do not meet.
 */
export function buildAsset(name: HandlerName): Promise<string> {
  const made = begun.get(name) ?? make(name);
  begun.set(name, made);
  return made;
}

async function make(name: HandlerName): Promise<string> {
  const { code } = await bundle(join(repository, `lambda/handlers/${name}.ts`));
  const files = name === 'render' ? filesBeside() : [];
  const folder = join(built, `${name}-${fingerprint(code, files)}`);
  if (!existsSync(folder)) assemble(folder, code, files);
  return folder;
}

export interface Bundle {
  readonly code: Uint8Array;
  /** Paths of all files that went into it, from the repository's root. */
  readonly files: readonly string[];
}

/** A module and all it imports, less what no Lambda needs of it, in one file. */
export async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    outfile: 'index.mjs',
    absWorkingDir: repository,
    metafile: true,
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['@sparticuz/chromium'],
    plugins: [lean],
    // What is still CommonJS inside asks for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const code = outputFiles[0]?.contents;
  if (code === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return { code, files: Object.keys(metafile.inputs) };
}

const filesBeside = (): string[] =>
  beside.flatMap(({ folder, files }) =>
    globSync([...files], { cwd: join(repository, folder) }).map((file) => join(folder, file)),
  );

/** Of the code, and of what lies beside it: packages are pinned, so their `package.json` stands for their files. */
function fingerprint(code: Uint8Array, files: readonly string[]): string {
  const hash = createHash('sha256').update(code);
  for (const file of files.toSorted()) {
    hash.update(file);
    if (file.startsWith('templates') || file.endsWith('package.json'))
      hash.update(readFileSync(join(repository, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function assemble(folder: string, code: Uint8Array, files: readonly string[]): void {
  mkdirSync(built, { recursive: true });
  const staged = mkdtempSync(join(built, 'staged-'));
  try {
    writeFileSync(join(staged, 'index.mjs'), code);
    for (const file of files) place(join(repository, file), join(staged, file));
    renameSync(staged, folder);
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    // Another process was first with the very same.
    if (!existsSync(folder)) throw error;
  }
}

/** A second name where the disk allows it: the packed browser need not be stored once a build. */
function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}
