import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { RenderError } from '../../errors.ts';
import { isIntact, listParts } from './parts.ts';
import { claimWorkspace } from './workspace.ts';

/** The compressed browser, as `@sparticuz/chromium` ships it. */
export interface PackedChromium {
  /** Holds `chromium.br`, `al2023.tar.br` (its shared libraries) and `fonts.tar.br`. */
  readonly folder: string;
  /** Version of the package, which pins the browser. */
  readonly version: string;
}

/** Of what lies in an unpacked browser's folder, and where: a change in it gets a folder beside the old one. */
const layout = 1;

/** Where a version of the browser lies once it is unpacked; two versions of this program may share a machine. */
export const folderOf = (packed: Pick<PackedChromium, 'version'>, workspace: string): string =>
  join(workspace, `chromium-${packed.version}-${process.platform}-${process.arch}-layout-${layout}`);

/** @throws RenderError when the package is not installed */
export function packedChromium(): PackedChromium {
  try {
    const root = fileURLToPath(new URL('../', import.meta.resolve('@sparticuz/chromium')));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'bin'), version };
  } catch (cause) {
    throw new RenderError('the package @sparticuz/chromium, which brings the browser, is not installed', {
      cause,
      hint: 'Run npm ci.',
    });
  }
}

/**
 * Inflates the browser, its libraries and its fonts, once a version, and returns their folder.
 *
 * The package's own `executablePath()` looks only whether the file exists: two processes then run a binary that is
 * still being written, and an upgrade keeps the old one. Here the folder is named after version, platform and layout, and
 * it appears whole or not at all: everything is unpacked into a temporary folder and renamed. A lock keeps two processes from
 * doing the work twice; were it lost, the rename would still be safe.
 * @throws RenderError when the disk or the package is not usable
 */
export async function inflateChromium(packed: PackedChromium, workspace: string): Promise<string> {
  const folder = folderOf(packed, workspace);
  try {
    await claimWorkspace(workspace);
    if (await isIntact(folder)) return folder;
    const unlock = await takeTurn(folder);
    try {
      if (!(await isIntact(folder))) await inflateBeside(packed, workspace, folder);
    } finally {
      await unlock();
    }
    return folder;
  } catch (cause) {
    if (cause instanceof RenderError) throw cause;
    throw new RenderError(`Chromium could not be inflated into ${workspace}`, {
      cause,
      hint: 'It needs 210 MB there; set TMPDIR to a folder with room.',
    });
  }
}

/** Waits, two minutes at most, for another process that inflates; one that died is noticed after ten seconds. */
async function takeTurn(folder: string): Promise<() => Promise<void>> {
  const { lock } = await import('proper-lockfile');
  const unlock = await lock(folder, {
    realpath: false,
    stale: 10_000,
    retries: { retries: 1200, factor: 1, minTimeout: 100, maxTimeout: 100 },
    onCompromised: () => undefined,
  });
  return () => unlock().catch(() => undefined);
}

async function inflateBeside(packed: PackedChromium, workspace: string, folder: string): Promise<void> {
  const { extract } = await import('tar-fs');
  const temporary = await mkdtemp(join(workspace, 'inflating-'));
  try {
    const parts = await Promise.allSettled([
      pipeline(
        createReadStream(join(packed.folder, 'chromium.br'), { highWaterMark: 2 ** 20 }),
        createBrotliDecompress({ chunkSize: 2 ** 21 }),
        createWriteStream(join(temporary, 'chromium'), { mode: 0o700 }),
      ),
      ...['al2023', 'fonts'].map((part) =>
        pipeline(
          createReadStream(join(packed.folder, `${part}.tar.br`)),
          createBrotliDecompress(),
          extract(join(temporary, part)),
        ),
      ),
    ]);
    // Waits until all have stopped writing before a failure is thrown, so that what they wrote can be removed.
    for (const part of parts) if (part.status === 'rejected') throw part.reason;
    await writeFile(join(temporary, 'fonts', 'fonts.conf'), fontsConfiguration(join(folder, 'fonts')));
    await listParts(temporary);
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    const overtaken = await isIntact(folder);
    if (!overtaken) throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The package's own file names `/tmp/fonts`; ours takes the unpacked fonts and no other on the machine. */
function fontsConfiguration(fonts: string): string {
  const path = fonts.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path}</dir>
  <cachedir>${path}/cache</cachedir>
</fontconfig>
`;
}
