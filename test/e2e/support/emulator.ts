import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pythonPrograms } from './python.ts';

export interface Emulator {
  readonly endpoint: string;
  /** What a client of it needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * The emulator of AWS, on this machine only, with nothing in it. It runs the functions on the `node` that is first on
 * the PATH, which under npm is the project's own. What it says goes to `dist/emulator.log`.
 * @param waitScale by how much the waits of state machines are shortened
 */
export async function startEmulator(waitScale = 0.05): Promise<Emulator> {
  const programs = await pythonPrograms();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const log = openSync(join(import.meta.dirname, '../../../dist/emulator.log'), 'w');
  const { AWS_ENDPOINT_URL: _, ...outside } = process.env;
  const child = spawn(join(programs, 'ministack'), {
    env: {
      ...outside,
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      LAMBDA_EXECUTOR: 'local',
      SFN_WAIT_SCALE: String(waitScale),
    },
    stdio: ['ignore', log, log],
    detached: true,
  });
  await untilHealthy(endpoint, child);
  return {
    endpoint,
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    stop: () => stop(child),
  };
}

async function untilHealthy(endpoint: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null)
      throw new Error(`the emulator ended with ${child.exitCode} before it was up`);
    const healthy = await fetch(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await sleep(100);
  }
  await stop(child);
  throw new Error('the emulator was not up within 30 s');
}

/** Its whole process group: the functions that it runs are its children. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  const kill = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 5_000);
  await gone;
  clearTimeout(kill);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
