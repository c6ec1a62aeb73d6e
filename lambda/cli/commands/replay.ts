import { exitCodes } from '../../archive-layout.ts';
import { editionOf } from '../../editions/index.ts';
import type { Printer } from '../../rendering/printer.ts';
import { type Replay, replay } from '../../runs/replay.ts';
import { buildName } from '../../runtime/build-name.ts';
import { clockAt } from '../../runtime/clock.ts';
import { commitOf, ownFolder } from '../../runtime/commit.ts';
import { planSession } from '../../steps/plan.ts';
import { archiveAt } from '../archive/place.ts';
import { onInterrupt } from '../interrupt.ts';
import { type Chosen, type Place, revisionOption } from '../options.ts';
import { Progress } from '../progress.ts';
import { showBug } from '../sources.ts';
import type { Terminal } from '../terminal.ts';

export interface ReplayOptions extends Chosen, Place {
  readonly session: string;
  readonly revision?: string;
}

/** `replay`: exit code 0 when every file is byte-identical, 1 when one is not. */
export async function replayCommand(options: ReplayOptions, terminal: Terminal): Promise<number> {
  const commit = commitOf(ownFolder);
  const edition = editionOf(options.edition);
  const session = planSession(options.session, clockAt(undefined)());
  const revision = options.revision === undefined ? undefined : revisionOption(options.revision);
  const archive = await archiveAt(options);
  const progress = new Progress(terminal, session);
  let printer: Printer | undefined;
  onInterrupt(async () => printer?.close());
  const open = async () => {
    const { openPrinter } = await import('../../rendering/pdf.ts');
    printer = openPrinter();
    return printer;
  };
  try {
    const { watch } = progress;
    const heard = terminal.debug ? { reportBug: showBug } : {};
    const ports = { archive, printer: open, watch, ...heard };
    const replayed = await replay({ edition, session, revision }, ports);
    const code = buildName(await commit);
    const identical = replayed.files.every((file) => file.identical);
    progress.end();
    if (terminal.json) terminal.printJson(forMachines(replayed, identical, code));
    else terminal.print(forPeople(replayed, identical, code, terminal));
    return identical ? exitCodes.ok : exitCodes.failed;
  } finally {
    progress.end();
    await printer?.close();
  }
}

function forPeople(
  { manifest, files }: Replay,
  identical: boolean,
  code: string,
  terminal: Terminal,
): string {
  const name = `${manifest.session} r${manifest.revision}`;
  const lines = files.flatMap((file) => [
    `  ${file.identical ? '=' : terminal.styled('red', '≠')} ${file.name}${file.identical ? '' : ' differs'}`,
    ...file.differences.map((difference) => `      ${difference}`),
  ]);
  const made = manifest.code === code ? [] : [`  made by ${manifest.code}; this is ${code}`];
  return [`${name}: ${identical ? 'byte-identical' : 'differs'}`, ...lines, ...made].join('\n');
}

function forMachines({ manifest, files }: Replay, identical: boolean, code: string): Record<string, unknown> {
  return {
    status: identical ? 'identical' : 'different',
    exitCode: identical ? exitCodes.ok : exitCodes.failed,
    session: manifest.session,
    revision: manifest.revision,
    madeBy: manifest.code,
    replayedBy: code,
    files,
  };
}
