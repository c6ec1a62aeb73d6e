import { availableParallelism } from 'node:os';
import { exitCodes } from '../../archive-layout.ts';
import { counted } from '../../counted.ts';
import { editionOf } from '../../editions/index.ts';
import type { Printer } from '../../rendering/printer.ts';
import { type Backfilled, backfill } from '../../runs/backfill.ts';
import { backfillInLedger } from '../../runs/ledger.ts';
import { buildName } from '../../runtime/build-name.ts';
import { clockAt } from '../../runtime/clock.ts';
import { commitOf, ownFolder } from '../../runtime/commit.ts';
import { openPageWorker } from '../../steps/page-worker/open.ts';
import { planRange } from '../../steps/plan.ts';
import { archiveAt } from '../archive/place.ts';
import { onInterrupt } from '../interrupt.ts';
import { type Publishing, paperOption } from '../options.ts';
import { Progress } from '../progress.ts';
import { sourceFor } from '../sources.ts';
import type { Terminal } from '../terminal.ts';

export interface BackfillOptions extends Publishing {
  readonly from: string;
  readonly to: string;
  readonly data?: string;
  readonly simulated?: boolean;
  readonly offline?: boolean;
  readonly pdf?: boolean;
}

/** `backfill`: exit code 3 when the gate refused a session, after all the others were made. */
export async function backfillCommand(options: BackfillOptions, terminal: Terminal): Promise<number> {
  const commit = commitOf(ownFolder);
  const now = clockAt(options.now)();
  const paper = paperOption(options.paper);
  const edition = editionOf(options.edition);
  const sessions = planRange(options, now);
  const archive = await archiveAt(options);
  const { data, simulated = false, offline, now: setTo } = options;
  const source = await sourceFor({ data, simulated, offline, now: setTo }, archive, terminal);
  const printer = options.pdf === true ? await startPrinters() : null;
  const pageWorker = openPageWorker();
  onInterrupt(async () => printer?.close());
  const progress = new Progress(terminal, counted(sessions.length, 'session'));
  try {
    const allowIncomplete = options.allowIncomplete ?? false;
    const code = buildName(await commit);
    const clock = { clock: clockAt(options.now), clockIsSet: options.now !== undefined };
    const ports = { archive, source, watch: progress.watch, ...clock };
    const tell = (result: Backfilled) => progress.note(line(result));
    const { renderHtml, makeData } = pageWorker;
    const results = await backfillInLedger(sessions, ports, (view) =>
      backfill(
        { edition, sessions, paper, allowIncomplete, code, now },
        { ...view, archive, renderHtml, makeData, printer, tell },
      ),
    );
    progress.end();
    const refused = results.filter(({ status }) => status === 'refused');
    const exitCode = refused.length === 0 ? exitCodes.ok : exitCodes.refused;
    const counts = countsOf(results);
    if (terminal.json)
      terminal.printJson({ status: 'done', exitCode, ...counts, results, seconds: progress.seconds });
    else terminal.print(summary(counts, progress.seconds, archive.locate('')));
    return exitCode;
  } finally {
    progress.end();
    await Promise.all([printer?.close(), pageWorker.close()]);
  }
}

/**
 * As many as there are briefings under way at a time, where there are processors for them.
 * @throws RenderError at once where there is no browser
 */
async function startPrinters(): Promise<Printer> {
  const [{ openPrinters }, { checkBrowser }] = await Promise.all([
    import('../../rendering/printers.ts'),
    import('../../rendering/chromium/locate.ts'),
  ]);
  checkBrowser();
  return openPrinters(Math.min(2, availableParallelism()));
}

function line({ session, status, revision, reason }: Backfilled): string {
  return `${session} ${status}${revision === null ? '' : ` r${revision}`}${reason === null ? '' : `: ${reason}`}`;
}

function countsOf(results: readonly Backfilled[]): Record<string, number> {
  const count = (status: Backfilled['status']) => results.filter((result) => result.status === status).length;
  return {
    sessions: results.length,
    published: count('published'),
    alreadyPublished: count('already published'),
    refused: count('refused'),
  };
}

function summary(counts: Record<string, number>, seconds: number, place: string): string {
  const { sessions = 0, published, alreadyPublished, refused } = counts;
  const each = sessions === 0 ? 0 : (seconds * 1000) / sessions;
  return [
    `${sessions} sessions: ${published} published, ${alreadyPublished} already there, ${refused} refused`,
    `${place}: ${seconds.toFixed(2)} s, ${each.toFixed(0)} ms a session`,
  ].join('\n');
}
