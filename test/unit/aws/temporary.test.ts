import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepCores } from '../../../lambda/aws/temporary.ts';
import { temporaryFolder } from '../../support/temporary.ts';

it('crash dumps are swept from the temporary folder, and nothing else', async () => {
  const { path, dispose } = await temporaryFolder();
  for (const name of ['core.chromium.41', 'core', 'corexy', 'chromium-149'])
    await writeFile(join(path, name), 'x');
  await sweepCores(path);
  expect((await readdir(path)).sort()).toEqual(['chromium-149', 'corexy']);
  await dispose();
});
