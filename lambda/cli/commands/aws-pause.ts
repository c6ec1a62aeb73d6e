import { exitCodes } from '../../archive-layout.ts';
import { switchSchedules } from '../aws/schedules.ts';
import { stackCalled } from '../aws/stack.ts';
import type { Common } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface AwsPauseOptions extends Common {
  readonly stack?: string;
}

const switching = (on: boolean) => async (options: AwsPauseOptions, terminal: Terminal) => {
  const stack = await stackCalled(options.stack);
  const changed = await switchSchedules(stack.output('ScheduleGroup'), on);
  const status = on ? 'resumed' : 'paused';
  if (terminal.json) terminal.printJson({ status, exitCode: exitCodes.ok, stack: stack.name, runs: changed });
  else {
    const what =
      changed.length === 0 ? `the schedules were ${status} before` : `${status}: ${changed.join(', ')}`;
    terminal.print(`${stack.name} in ${stack.region}: ${what}`);
    if (!on)
      terminal.print(
        'The alarm no-briefing rings by 21:00 New York of the next day; `aws resume` ends this.',
      );
  }
  return exitCodes.ok;
};

/** `aws pause`: no run starts by itself until `aws resume`. */
export const awsPause = switching(false);
/** `aws resume`: runs start by the schedules again. */
export const awsResume = switching(true);
