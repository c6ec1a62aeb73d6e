import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownWorkspace, processesIn, profilesIn } from '../support/chromium.ts';

const program = join(import.meta.dirname, '../support/printing-program.ts');

let workspace: string;
let dispose: () => Promise<void>;
beforeEach(async () => {
  ({ path: workspace, dispose } = await ownWorkspace());
});
afterEach(() => dispose());

/** A program of its own that has printed a page and would go on for a minute. */
async function printingProgram() {
  const running = fork(program, [workspace], { stdio: 'ignore' });
  await once(running, 'message');
  expect(await processesIn(workspace)).toHaveLength(1);
  return running;
}

describe('a program that is ended while its printer is open', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('leaves no browser and no profile after %s, and exits with %i', async (signal, code) => {
    const running = await printingProgram();
    running.kill(signal);
    expect(await once(running, 'exit')).toEqual([code, null]);
    await vi.waitFor(async () => expect(await processesIn(workspace)).toEqual([]));
    expect(await profilesIn(workspace)).toEqual([]);
  });

  it('leaves no browser when it is killed outright', async () => {
    const running = await printingProgram();
    running.kill('SIGKILL');
    await once(running, 'exit');
    await vi.waitFor(async () => expect(await processesIn(workspace)).toEqual([]), { timeout: 5_000 });
  });

  it('leaves none when it just exits', async () => {
    const running = await printingProgram();
    running.send('exit');
    expect(await once(running, 'exit')).toEqual([0, null]);
    await vi.waitFor(async () => expect(await processesIn(workspace)).toEqual([]));
    expect(await profilesIn(workspace)).toEqual([]);
  });
});
