import { runCommand } from '../../../lambda/cli/run.ts';
import { capturedOutput } from '../../support/captured-output.ts';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The command line in this process, at a hundredth of what a process costs: for what a command does with its arguments,
 * its data and its archive. What only a process has (its streams, its signals, its end) is tested with `briefing`.
 * One command at a time, since what it says is caught where this process writes.
 *
 * @param env set while the command runs
 */
export async function briefingHere(args: readonly string[], env: Record<string, string> = {}): Promise<Said> {
  const { output, restore } = capturedOutput();
  const before = signals.map((signal) => process.listeners(signal));
  const set = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    return { code: await runCommand(args, process.env), ...output };
  } finally {
    for (const [name, value] of set)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    for (const [at, signal] of signals.entries())
      for (const listener of process.listeners(signal))
        if (!before[at]?.includes(listener)) process.off(signal, listener);
    restore();
  }
}

/** A command goes on listening to these: its process ends with it. */
const signals = ['SIGINT', 'SIGTERM'] as const;
