import { exitCodes } from '../../archive-layout.ts';
import { formatDate } from '../../briefing/words/format.ts';
import { clockAt } from '../../runtime/clock.ts';
import { alarmsOf, type Watched } from '../aws/alarms.ts';
import { type Execution, newest } from '../aws/executions.ts';
import { type Scheduled, schedulesOf } from '../aws/schedules.ts';
import { stackCalled } from '../aws/stack.ts';
import { inNewYork, took } from '../aws/words.ts';
import type { Common } from '../options.ts';
import { type Terminal, wrap } from '../terminal.ts';

export interface AwsStatusOptions extends Common {
  readonly stack?: string;
}

/** `aws status`: the last runs and where they went wrong, when the next one starts, and which alarms ring. */
export async function awsStatus(options: AwsStatusOptions, terminal: Terminal): Promise<number> {
  const stack = await stackCalled(options.stack);
  const [runs, backfills, schedules, alarms] = await Promise.all([
    newest(stack.output('StateMachine'), 5),
    newest(stack.output('BackfillMachine'), 1),
    schedulesOf(stack.output('ScheduleGroup'), clockAt(undefined)()),
    alarmsOf(stack.name),
  ]);
  if (terminal.json) {
    const { name, region } = stack;
    terminal.printJson({
      ...{ status: 'read', exitCode: exitCodes.ok, stack: name, region },
      ...{ runs: runs.map(withEntry('run')), backfills: backfills.map(withEntry('backfill')) },
      ...{ schedules, alarms },
    });
    return exitCodes.ok;
  }
  const { columns } = terminal;
  terminal.print(`${stack.name} in ${stack.region}`);
  terminal.print('\nRuns');
  if (runs.length === 0) terminal.print('  none yet');
  for (const run of runs) for (const line of linesOf(run, 'run', columns)) terminal.print(line);
  for (const one of backfills) {
    terminal.print('\nLast backfill');
    for (const line of linesOf(one, 'backfill', columns)) terminal.print(line);
  }
  terminal.print('\nNext');
  for (const line of nextLines(schedules)) terminal.print(`  ${line}`);
  terminal.print('\nAlarms');
  for (const line of alarmLines(alarms)) terminal.print(`  ${line}`);
  return exitCodes.ok;
}

/** The entry of the runbook for an execution that did not go well; null for one that did, or that was stopped. */
function entryOf({ status }: Execution, kind: 'run' | 'backfill'): string | null {
  return status === 'failed' || status === 'timed out' ? `${kind}-${status.replace(' ', '-')}` : null;
}

const withEntry = (kind: 'run' | 'backfill') => (execution: Execution) => {
  const entry = entryOf(execution, kind);
  return { ...execution, runbook: entry === null ? null : `docs/runbook.md#${entry}` };
};

function linesOf(execution: Execution, kind: 'run' | 'backfill', columns: number): string[] {
  const { startedAt, run, status, about, result, problem, step } = execution;
  const entry = entryOf(execution, kind);
  const what = [about, result].filter((one) => one !== null).join(' ');
  const where = step === null ? '' : status === 'running' ? `in ${step}` : `went wrong in ${step}`;
  const facts = [kind === 'run' ? run : '', status, took(execution), what, where].filter((one) => one !== '');
  return [
    `  ${inNewYork(startedAt)}: ${facts.join(', ')}`,
    ...(problem === null ? [] : wrap(problem, columns - 4).map((line) => `    ${line}`)),
    ...(entry === null ? [] : [`    what to do: docs/runbook.md#${entry}`]),
  ];
}

function nextLines(schedules: readonly Scheduled[]): string[] {
  if (schedules.every(({ enabled }) => !enabled)) return ['paused: no run starts by itself (`aws resume`)'];
  return schedules.map(({ run, enabled, next, expression }) => {
    if (!enabled) return `${run}: switched off`;
    return `${run}: ${next === null ? expression : `${formatDate(next.date)}, ${next.time} New York`}`;
  });
}

function alarmLines(alarms: readonly Watched[]): string[] {
  const ringing = alarms.filter(({ state }) => state === 'rings');
  if (alarms.length === 0) return ['none found'];
  if (ringing.length === 0) return [`none of ${alarms.length} rings`];
  return ringing.map(
    ({ entry, since, runbook }) =>
      `${entry} rings${since === null ? '' : ` since ${inNewYork(since)}`}: ${runbook}`,
  );
}
