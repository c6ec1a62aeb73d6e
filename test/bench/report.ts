import { cpus, totalmem } from 'node:os';

/** One thing measured, beside what was asked of it. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'times' | 'ms a session' | 'calls' | 'files';
  /** At most so much was asked for; absent where nothing was. */
  readonly target?: number;
  readonly note?: string;
}

const decimals = { ms: 1, s: 2, kB: 0, MB: 0, times: 2, 'ms a session': 2, calls: 0, files: 0 } as const;

/** One line: what, measured, target, and whether it is met. A time is reported and fails nothing. */
export function lineOf({ what, value, unit, target, note }: Measured): string {
  const number = (x: number) => x.toFixed(decimals[unit]);
  const asked = target === undefined ? '' : `asked < ${number(target)}`;
  const met = target === undefined ? '' : value < target ? 'met' : 'NOT MET';
  return `  ${what.padEnd(58)}${`${number(value)} ${unit}`.padStart(20)}  ${asked.padEnd(16)}${met.padEnd(9)}${note ?? ''}`.trimEnd();
}

/** The machine that the numbers belong to. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} × ${model}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of several runs of `work` after one that does not count. */
export async function medianOf(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(work));
  return median(times);
}
