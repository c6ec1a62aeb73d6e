import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RenderError } from '../../../../lambda/errors.ts';
import { launchChromium } from '../../../../lambda/rendering/chromium/launch.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

let root: string;
let dispose: () => Promise<void>;
beforeEach(async () => {
  ({ path: root, dispose } = await temporaryFolder());
});
afterEach(() => dispose());

/** What launching a script in place of the browser is refused with. */
async function refusalOf(script: string): Promise<RenderError & { readonly cause: Error }> {
  const executable = join(root, 'chrome');
  await writeFile(executable, `#!/bin/sh\n${script}\n`);
  await chmod(executable, 0o700);
  const error = await launchChromium({ executable, workspace: join(root, 'workspace') }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RenderError);
  expect(await readdir(join(root, 'workspace'))).toEqual([]);
  return error as RenderError & { readonly cause: Error };
}

describe('a browser that does not start', () => {
  it('is named with its exit code and with the line by which it said why', async () => {
    const line = 'chrome: error while loading shared libraries: libnss3.so: file too short';
    const { message, cause, hint } = await refusalOf(`echo '${line}' >&2\necho '#0 0x5581' >&2\nexit 127`);
    expect(message).toBe(
      `the browser ${join(root, 'chrome')} did not start: it ended with exit code 127: ${line}`,
    );
    expect(cause.message).toContain(`it wrote last:\n${line}\n#0 0x5581`);
    expect(hint).toMatch(/Start it by hand/);
  });

  it('is named with the signal that ended it', async () => {
    const { message, cause } = await refusalOf('kill -SEGV $$');
    expect(message).toMatch(/did not start: it was ended by SIGSEGV$/);
    expect(cause.message).toContain('it wrote nothing');
  });

  it.each([
    [4095, true],
    [4096, false],
  ])('keeps the last 4,096 bytes it wrote: a byte that %i follow is kept: %s', async (after, kept) => {
    const { cause } = await refusalOf(`printf '%s' "X$(printf 'a%.0s' $(seq ${after}))" >&2\nexit 1`);
    expect(cause.message.endsWith('a'.repeat(4095))).toBe(true);
    expect(cause.message.includes('X')).toBe(kept);
  });

  it('cannot move the cursor or change colours where its words are printed', async () => {
    const { message, cause } = await refusalOf(`printf 'fatal: \\033[2Jno\\r display\\n' >&2\nexit 1`);
    expect(message).toMatch(/exit code 1: fatal: \[2Jno display$/);
    for (const control of ['\r', '\u001b']) expect(cause.message).not.toContain(control);
  });

  it('is named when there is no such file', async () => {
    const launching = launchChromium({ executable: '/nowhere/chrome', workspace: root });
    await expect(launching).rejects.toThrow(
      'the browser /nowhere/chrome did not start: spawn /nowhere/chrome ENOENT',
    );
  });
});
