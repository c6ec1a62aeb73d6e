import { exitCodes } from '../../archive-layout.ts';
import { editionOf } from '../../editions/index.ts';
import { GateError } from '../../errors.ts';
import type { Printer } from '../../rendering/printer.ts';
import { buildName } from '../../runtime/build-name.ts';
import { clockAt } from '../../runtime/clock.ts';
import { commitOf, ownFolder } from '../../runtime/commit.ts';
import { archiveAt } from '../archive/place.ts';
import { changedLines, changedSince } from '../changed.ts';
import { onInterrupt } from '../interrupt.ts';
import { type Publishing, paperOption } from '../options.ts';
import { Progress } from '../progress.ts';
import { isFixed, lookHowFar, withReach } from '../reach.ts';
import { type SourceChoice, sourceFor } from '../sources.ts';
import type { Terminal } from '../terminal.ts';

export interface BriefingOptions extends Publishing {
  readonly data?: string;
  readonly session?: string;
  readonly offline?: boolean;
  readonly pdf: boolean;
}

/** `briefing`: one session from the data that the options name. */
export function briefingCommand(options: BriefingOptions, terminal: Terminal): Promise<number> {
  return publishOne(options, { data: options.data, offline: options.offline }, terminal);
}

/** `demo`: one session of the simulated market. */
export function demoCommand(options: BriefingOptions, terminal: Terminal): Promise<number> {
  return publishOne(options, { simulated: true }, terminal);
}

async function publishOne(
  options: BriefingOptions,
  choice: SourceChoice,
  terminal: Terminal,
): Promise<number> {
  const commit = commitOf(ownFolder);
  const now = clockAt(options.now)();
  const paper = paperOption(options.paper);
  const edition = editionOf(options.edition);
  const { planSession } = await import('../../steps/plan.ts');
  const asked = planSession(options.session, now);
  const archive = await archiveAt(options);
  const source = await sourceFor({ ...choice, now: options.now }, archive, terminal);
  const look = () => lookHowFar({ edition, session: asked, through: asked, now }, source);
  // Providers are held to the newest session of the calendar; data at hand may end before it.
  const found = options.session === undefined && isFixed(choice) ? await look() : null;
  const session = found?.session ?? asked;
  if (found !== null && session !== asked) terminal.print(found.words);

  // The browser starts first: it takes longest, and the rest is done while it does.
  const printer = options.pdf ? await startPrinter() : null;
  onInterrupt(async () => printer?.close());
  const progress = new Progress(terminal, session);
  try {
    const [{ runBriefing }, { runInLedger }, { machineSummary, summaryOf }] = await Promise.all([
      import('../../runs/briefing.ts'),
      import('../../runs/ledger.ts'),
      import('../summary.ts'),
    ]);
    const allowIncomplete = options.allowIncomplete ?? false;
    const code = buildName(await commit);
    const clock = { clock: clockAt(options.now), clockIsSet: options.now !== undefined };
    const made = await runInLedger(session, { archive, source, watch: progress.watch, ...clock }, (view) =>
      runBriefing({ edition, session, paper, allowIncomplete, code, now }, { ...view, archive, printer }),
    );
    progress.end();
    const changed = await changedSince(made, archive);
    if (terminal.json)
      terminal.printJson({
        ...machineSummary(made, archive),
        ...(changed === null ? {} : { changed: changed.figures, changedSince: changed.revision }),
        newest: found?.words ?? null,
        seconds: progress.seconds,
      });
    else {
      terminal.print(`\n${summaryOf(made, archive, terminal)}`);
      if (changed !== null) for (const line of changedLines(changed)) terminal.print(`  ${line}`);
      terminal.print(`\n  ${progress.seconds.toFixed(2)} s`);
    }
    return exitCodes.ok;
  } catch (error) {
    throw error instanceof GateError && isFixed(choice) ? withReach(error, session, await look()) : error;
  } finally {
    progress.end();
    await printer?.close();
  }
}

/** @throws RenderError at once where there is no browser */
async function startPrinter(): Promise<Printer> {
  const [{ openPrinter }, { checkBrowser }] = await Promise.all([
    import('../../rendering/pdf.ts'),
    import('../../rendering/chromium/locate.ts'),
  ]);
  checkBrowser();
  return openPrinter({ once: true });
}
