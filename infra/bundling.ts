import { join } from 'node:path';
import { build } from 'esbuild';

const repository = join(import.meta.dirname, '..');

export interface Bundle {
  readonly code: Uint8Array;
  /** Paths of all files that went into it, from the repository's root, with `/`. */
  readonly files: readonly string[];
  /** Modules that it imports when it runs: Node's own, and what lies beside it. */
  readonly imports: readonly string[];
  /** Comments of the files that hold a licence; empty without any. */
  readonly legalComments: string;
}

const begun = new Map<string, Promise<Bundle>>();

/** A module and all it imports in one file, by esbuild alone: no Docker, no network. Made once a process. */
export function bundle(entry: string): Promise<Bundle> {
  const made = begun.get(entry) ?? make(entry);
  begun.set(entry, made);
  return made;
}

async function make(entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    outfile: 'index.mjs',
    absWorkingDir: repository,
    metafile: true,
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // A package of files, laid beside the renderer.
    external: ['@sparticuz/chromium'],
    // Packages written as CommonJS load Node's own modules by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const written = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending));
  const code = written('index.mjs')?.contents;
  if (code === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return {
    code,
    files: Object.keys(metafile.inputs),
    imports: metafile.outputs['index.mjs']?.imports.map(({ path }) => path) ?? [],
    legalComments: written('.LEGAL.txt')?.text ?? '',
  };
}
