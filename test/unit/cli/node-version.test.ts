import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary.ts';

const start = join(import.meta.dirname, '../../../lambda/cli/start.js');

/** Starts the command line on this Node, which says that it is another. */
async function startedBy(version: string): Promise<{ code: number; stderr: string }> {
  const folder = await temporaryFolder();
  const disguise = join(folder.path, 'disguise.cjs');
  const versions = `{ value: { ...process.versions, node: '${version}' } }`;
  await writeFile(disguise, `Object.defineProperty(process, 'versions', ${versions});`);
  return await new Promise((resolve) => {
    execFile(process.execPath, ['--require', disguise, start, '--version'], (error, _, stderr) => {
      void folder.dispose().then(() => resolve({ code: Number(error?.code ?? 0), stderr }));
    });
  });
}

describe('the command line', () => {
  it.each(['18.20.8', '20.20.2', '22.17.1', '23.5.0'])(
    'says on Node %s which Node it needs, without a stack',
    async (version) => {
      const { code, stderr } = await startedBy(version);
      expect(stderr).toBe(
        `error: this is Node ${version}, and the briefing needs Node 22.18 or newer\n` +
          'hint: On Linux (x64, arm64) `npm ci` brings one, and `npm run` uses it. Elsewhere install Node 24.\n',
      );
      expect(code).toBe(2);
    },
  );

  it.each(['22.18.0', '24.0.0'])('runs on Node %s', async (version) => {
    expect(await startedBy(version)).toEqual({ code: 0, stderr: '' });
  });
});
