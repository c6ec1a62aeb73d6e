import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../lambda/archive-layout.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { ended } from './support/command.ts';

const repository = join(import.meta.dirname, '../..');

/** `npm run` as typed in a terminal: with nothing in the environment of the npm that runs these tests. */
function npmRun(args: readonly string[], more: Record<string, string> = {}) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const env = { ...Object.fromEntries(own), npm_config_userconfig: '/dev/null', ...more };
  return ended(spawn('npm', ['run', '--silent', ...args], { cwd: repository, env }));
}

// A session that does not exist: a command that went on would refuse it without a request.
const holiday = '2025-12-25';

describe('what npm does not hand on', () => {
  let root: { path: string; dispose: () => Promise<void> };
  beforeAll(async () => {
    root = await temporaryFolder();
    await writeFile(join(root.path, 'npmrc'), 'offline=true\n');
  });
  afterAll(() => root.dispose());

  it.each([
    [['demo', `--session=${holiday}`], `npm run demo -- --session ${holiday}`],
    [['demo', '--no-pdf'], 'npm run demo -- --no-pdf'],
    [
      ['briefing', '--data', '../x', '--session', holiday],
      `npm run briefing -- --data ../x --session ${holiday}`,
    ],
    [['briefing', '--offline'], 'npm run briefing -- --offline'],
    [
      ['briefing', 'backfill', '--from', holiday, '--to', '2025-12-26', '--pdf'],
      `npm run briefing -- backfill --pdf --from ${holiday} --to 2025-12-26`,
    ],
  ])('is refused with the line to write: npm run %j', async (args, line) => {
    const { code, stderr } = await npmRun(args);
    expect(stderr).toContain(`Write: ${line}\n`);
    expect(stderr).toMatch(/^error: npm kept --/m);
    expect(code).toBe(exitCodes.badInput);
  });

  it('is not looked for in what an npmrc sets', async () => {
    const { stderr } = await npmRun(['briefing', '--', '--session', holiday], {
      npm_config_userconfig: join(root.path, 'npmrc'),
    });
    expect(stderr).toContain(`${holiday} is Christmas`);
    expect(stderr).not.toContain('npm kept');
  });
});
