import { exitCodes } from '../../archive-layout.ts';
import { onInterrupt } from '../interrupt.ts';
import type { Common } from '../options.ts';
import { type Terminal, wrap } from '../terminal.ts';
import { type Execution, follow, start } from './executions.ts';
import type { DeployedStack, Output } from './stack.ts';
import { took } from './words.ts';

/** What every command that starts a state machine understands. */
export interface Following extends Common {
  readonly stack?: string;
  /** False to end once the run is started. */
  readonly follow: boolean;
}

/** Starts a state machine of the stack, and says each step until its end. @returns the exit code @throws AwsError */
export async function startAndFollow(
  stack: DeployedStack,
  machine: Extract<Output, 'StateMachine' | 'BackfillMachine'>,
  input: Readonly<Record<string, unknown>>,
  options: Following,
  terminal: Terminal,
): Promise<number> {
  const arn = await start(stack.output(machine), input);
  const name = arn.split(':').at(-1) ?? '';
  const goesOn = `it goes on in AWS; \`aws status\` says how it is`;
  if (!options.follow) {
    if (terminal.json) terminal.printJson({ status: 'started', exitCode: exitCodes.ok, execution: name });
    else terminal.print(`started ${name}: ${goesOn}`);
    return exitCodes.ok;
  }
  terminal.print(`started ${name}`);
  const leave = onInterrupt(
    async () => undefined,
    () => `no longer followed: ${goesOn}`,
  );
  const begun = Date.now();
  const ended = await follow(arn, (step) => {
    const seconds = Math.max(0, Math.round((step.at.getTime() - begun) / 1000));
    terminal.print(`  ${String(seconds).padStart(4)} s  ${step.name}`);
  });
  leave();
  const exitCode = exitCodeOf(ended);
  if (terminal.json) terminal.printJson({ exitCode, stack: stack.name, ...ended });
  else for (const line of endOf(ended, machine, terminal.columns)) terminal.print(line);
  return exitCode;
}

/** As the same run at home would end. */
function exitCodeOf({ status, problem }: Execution): number {
  if (status === 'succeeded') return exitCodes.ok;
  return problem !== null && /\bGateError\b/.test(problem) ? exitCodes.refused : exitCodes.failed;
}

function endOf(ended: Execution, machine: string, columns: number): string[] {
  const { status, about, result, problem, step } = ended;
  const what = [about, result].filter((one) => one !== null).join(': ');
  const head = [status, took(ended), what].filter((one) => one !== '').join(', ');
  if (status === 'succeeded') return [head];
  const entry = `${machine === 'BackfillMachine' ? 'backfill' : 'run'}-${status.replace(' ', '-')}`;
  return [
    step === null ? head : `${head}; it went wrong in ${step}`,
    ...wrap(problem ?? 'it says nothing of why', columns - 2).map((line) => `  ${line}`),
    `  what to do: docs/runbook.md#${entry}`,
  ];
}
