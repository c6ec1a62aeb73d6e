import type { Archive } from '../archive/archive.ts';
import { linkCalls, readChain } from '../archive/call-chain.ts';
import { checkEdition } from '../archive/edition.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import type { Printer } from '../rendering/printer.ts';
import { renderHtmlHere as renderHtml } from '../rendering/render-html.ts';
import type { Source } from '../sources/source.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { collect } from '../steps/collect.ts';
import { lastPublished } from '../steps/predecessor.ts';
import { snapshotWriter } from '../steps/snapshot.ts';
import { makeBriefing, type RunOptions, type RunResult } from './publish-run.ts';
import type { Watch } from './watch.ts';

export interface BriefingRequest extends Omit<RunOptions, 'previous' | 'chain'> {
  readonly edition: Edition;
}

export interface BriefingPorts {
  readonly source: Source;
  readonly archive: Archive;
  /** Null when no PDF is wanted. */
  readonly printer: Printer | null;
  readonly watch: Watch;
}

/**
 * A whole run for one session: collect, analyse, render, publish, and into the index.
 * @throws UsageError when the archive is another edition's @throws InputError @throws GateError @throws ArchiveError @throws RenderError
 */
export async function runBriefing(request: BriefingRequest, ports: BriefingPorts): Promise<RunResult> {
  const { edition, session, now } = request;
  const { source, archive, printer, watch } = ports;
  await checkEdition(archive, edition.id);
  const [collection, previous, chain] = await Promise.all([
    watch('collect', () => collect({ edition, session, through: session, now }, source)),
    lastPublished(archive, previousSession(session)),
    readChain(archive),
  ]);
  const store = snapshotWriter(collection, archive);
  const options = { ...request, previous, chain };
  const made = await makeBriefing(collection, options, { archive, printer, renderHtml, watch, store });
  await linkCalls(archive, [made]);
  await updateCatalogue(archive, [made]);
  return made;
}
