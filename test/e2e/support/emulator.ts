import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Python, pythonWithEmulator } from './python.ts';

export interface Emulator {
  readonly endpoint: string;
  /** What a client of it needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Milliseconds until it must have answered: a machine that does much else takes its time to load it. */
const startUp = 60_000;

/**
 * The emulator of AWS, on this machine only, with nothing in it. It runs the functions on the `node` that is first on
 * the PATH: this one. What it says goes to `dist/emulator.log`. It ends with this process, whatever ends that.
 * @param waitScale by how much the waits of state machines are shortened
 */
export async function startEmulator(waitScale = 0.05): Promise<Emulator> {
  const python = await pythonWithEmulator();
  const log = openSync(join(import.meta.dirname, '../../../dist/emulator.log'), 'w');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = start(python, port, log, waitScale);
    const endpoint = `http://127.0.0.1:${port}`;
    const outcome = await untilHealthy(endpoint, child);
    if (outcome === 'healthy') return emulatorAt(endpoint, child);
    await stop(child);
    // Another process may take the port between our finding it free and the emulator binding it.
    if (outcome === 'late' || attempt === 3)
      throw new Error(`the emulator was not up (${outcome}): dist/emulator.log says why`);
  }
}

function start({ program, environment }: Python, port: number, log: number, waitScale: number): ChildProcess {
  const outside = Object.entries(process.env).filter(([name]) => !/^(AWS|MINISTACK|LAMBDA|SFN)_/.test(name));
  const settings = {
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    LAMBDA_EXECUTOR: 'local',
    SFN_WAIT_SCALE: String(waitScale),
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  };
  return spawn(program, [join(import.meta.dirname, 'emulator.py')], {
    env: { ...Object.fromEntries(outside), ...environment, ...settings },
    stdio: ['pipe', log, log],
    detached: true,
  });
}

function emulatorAt(endpoint: string, child: ChildProcess): Emulator {
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

async function untilHealthy(endpoint: string, child: ChildProcess): Promise<'healthy' | 'ended' | 'late'> {
  const started = performance.now();
  while (performance.now() - started < startUp) {
    if (child.exitCode !== null) return 'ended';
    const healthy = await fetch(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return 'healthy';
    await sleep(100);
  }
  return 'late';
}

/** Its whole process group: the functions that it runs are its children. */
async function stop(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-pid, 'SIGTERM');
  const kill = setTimeout(() => process.kill(-pid, 'SIGKILL'), 10_000);
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
