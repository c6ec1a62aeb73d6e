import * as z from 'zod';
import { AwsError } from '../../errors.ts';
import { columnsIn } from '../archive/columns.ts';
import { invoke } from '../aws/functions.ts';
import { stackCalled } from '../aws/stack.ts';
import type { Common } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface AwsProbeOptions extends Common {
  readonly stack?: string;
}

/** Seconds for which the function that collects may run. */
const mayTake = 180;

/** What the function answers, as far as it is printed. */
const probed = z.object({
  exitCode: z.int(),
  sources: z.array(
    z.object({
      source: z.string(),
      key: z.string(),
      outcome: z.string(),
      status: z.int().nullable(),
      means: z.string(),
      todo: z.string(),
    }),
  ),
});

/** `aws probe`: one series from each source, asked from AWS; the exit code is that of `sources --probe`. */
export async function awsProbe(options: AwsProbeOptions, terminal: Terminal): Promise<number> {
  const stack = await stackCalled(options.stack);
  const answer = await invoke(stack.output('CollectFunction'), { probe: true }, mayTake);
  const { data, error } = probed.safeParse(answer);
  if (data === undefined)
    throw new AwsError('the function that collects answers in a form that is not known here', {
      cause: error,
      hint: 'It was deployed from another checkout: `npx cdk deploy`.',
    });
  if (terminal.json) terminal.printJson(answer);
  else {
    const rows = data.sources.map(({ source, key, outcome, status, means, todo }) => [
      ...[source, key, status === null ? outcome : String(status), means, todo],
    ]);
    const titles = [
      ...['source', 'asked for', 'came back', 'what it means'].map((title) => ({ title })),
      { title: 'what to do', cut: true as const },
    ];
    for (const line of columnsIn(titles, rows, terminal.columns)) terminal.print(line);
  }
  return data.exitCode;
}
