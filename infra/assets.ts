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
import { type HandlerName, handlerNames } from '../lambda/archive-layout.ts';
import { bundle } from './bundling.ts';
import { noticeOf } from './notice.ts';

const repository = join(import.meta.dirname, '..');
const built = join(repository, 'dist', 'lambda');
const begun = new Map<HandlerName, Promise<string>>();

interface Beside {
  readonly folder: string;
  readonly files: readonly string[];
}

const fonts: Beside = {
  folder: 'node_modules/@fontsource/inter',
  files: ['package.json', 'LICENSE', 'files/inter-{latin,greek}-?00-normal.woff2'],
};

/** What functions read at run time, beside their code. */
const beside: Partial<Readonly<Record<HandlerName, readonly Beside[]>>> = {
  // Templates, the faces of the font, the browser less its graphics.
  render: [
    { folder: 'templates', files: ['**/*.*'] },
    // The page's fonts are among the templates; their licence is here.
    { ...fonts, files: ['package.json', 'LICENSE'] },
    {
      folder: 'node_modules/@sparticuz/chromium',
      files: ['package.json', 'LICENSE', 'build/**/*.*', 'bin/{chromium,al2023.tar,fonts.tar}.br'],
    },
  ],
  // The site's templates and style, and two faces of the font.
  publish: [
    { folder: 'templates', files: ['site/*.*', 'styles/*.css'] },
    { ...fonts, files: ['package.json', 'LICENSE', 'files/inter-latin-{400,600}-normal.woff2'] },
  ],
  // The mail's template, the rules of its charts, the font, and what draws them.
  deliver: [
    { folder: 'templates', files: ['mail.hbs', 'styles/{tokens,charts}.css'] },
    fonts,
    { folder: 'node_modules/@resvg/resvg-wasm', files: ['package.json', 'index_bg.wasm'] },
  ],
};

/** The assets of all Lambdas, as `buildAsset` makes each. */
export async function buildAssets(): Promise<Readonly<Record<HandlerName, string>>> {
  const built = handlerNames.map(async (name) => [name, await buildAsset(name)] as const);
  return Object.fromEntries(await Promise.all(built)) as Record<HandlerName, string>;
}

/**
 * The asset of one Lambda: a folder with `index.mjs`, the licences of what is in it, and whatever the code reads
 * beside it. The folder is named by what is in it and appears whole: two that build at the same time do not meet.
 */
export function buildAsset(name: HandlerName): Promise<string> {
  const made = begun.get(name) ?? make(name);
  begun.set(name, made);
  return made;
}

async function make(name: HandlerName): Promise<string> {
  const { code, files: bundled, legalComments } = await bundle(`lambda/aws/handlers/${name}.ts`);
  const files = filesBeside(beside[name] ?? []);
  const texts = {
    'index.mjs': code,
    'THIRD-PARTY.txt': noticeOf(repository, [...bundled, ...files], legalComments),
  };
  const folder = join(built, `${name}-${fingerprint(texts, files)}`);
  if (!existsSync(folder)) assemble(folder, texts, files);
  return folder;
}

const filesBeside = (wanted: readonly Beside[]): string[] =>
  wanted.flatMap(({ folder, files }) =>
    globSync([...files], { cwd: join(repository, folder) }).map((file) => join(folder, file)),
  );

type Texts = Readonly<Record<string, string | Uint8Array>>;

/** Of what was made, and of what lies beside it: packages are pinned, so their `package.json` represents their files. */
function fingerprint(texts: Texts, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of Object.values(texts)) hash.update(text);
  for (const file of files.toSorted()) {
    hash.update(file);
    if (file.startsWith('templates') || file.endsWith('package.json'))
      hash.update(readFileSync(join(repository, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function assemble(folder: string, texts: Texts, files: readonly string[]): void {
  mkdirSync(built, { recursive: true });
  const staged = mkdtempSync(join(built, 'staged-'));
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(staged, name), text);
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
