import { isDeepStrictEqual } from 'node:util';
import type { Archive } from '../archive/archive.ts';
import { writeJson } from '../archive/bytes.ts';
import { linkCalls } from '../archive/call-chain.ts';
import { noteFinal } from '../archive/final.ts';
import { fingerprints, type Manifest, type ReportRef, readManifest } from '../archive/manifest.ts';
import { readReport } from '../archive/report-file.ts';
import { type Revision, readRevision } from '../archive/revisions.ts';
import { placeSchemas } from '../archive/schemas.ts';
import { stagedPages } from '../archive/work.ts';
import { files, keys } from '../archive-layout.ts';
import { RenderError } from '../errors.ts';
import type { Paper } from '../rendering/printer.ts';
import type { Report } from '../report/schema.ts';
import type { StagedAnalysis } from './analyse.ts';
import { updateIndex, updatePages } from './catalogue.ts';
import { dataFiles } from './data-files.ts';
import type { Site } from './feeds.ts';
import type { Measures } from './measures.ts';
import { isCorrected } from './plan.ts';
import type { Pages } from './render.ts';
import type { Caught } from './run-failures.ts';

export interface Publication {
  readonly report: Report;
  readonly pages: Pages;
  /** Its files of data where they are made already. */
  readonly data?: Pages;
  /** The report of the session before that this one was compared with. */
  readonly previous: ReportRef | null;
  readonly paper: Paper;
  /** The code that made it, and the run's clock. */
  readonly code: string;
  readonly now: string;
}

/**
 * Publishes a report with its pages as the revision that the report names.
 * @returns its manifest, or null when another run has that revision already
 * @throws ArchiveError
 */
export async function publish(publication: Publication, archive: Archive): Promise<Manifest | null> {
  const { report } = publication;
  const pages = withData(publication);
  const { session, revision, snapshot } = report;
  const manifest: Manifest = {
    schema: 'smallcap-briefing-manifest/1',
    edition: report.edition.id,
    session,
    revision,
    publishedAt: publication.now,
    code: publication.code,
    snapshot: { id: snapshot, key: keys.snapshot(session, snapshot) },
    previous: publication.previous,
    paper: publication.paper,
    schemas: await placeSchemas(archive),
    files: fingerprints(pages),
  };
  const whole = new Map([...pages, [files.manifest, writeJson(manifest)]]);
  return (await archive.publish(session, revision, whole)) ? manifest : null;
}

const withData = ({ report, pages, data = dataFiles(report) }: Publication): Pages =>
  new Map([...pages, ...data]);

/**
 * As `publish`, and safe when repeated: a revision that was already published with these very files, by an attempt whose
 * answer was lost, counts as published.
 */
async function publishOnce(publication: Publication, archive: Archive): Promise<Manifest | null> {
  const manifest = await publish(publication, archive);
  if (manifest !== null) return manifest;
  const { session, revision } = publication.report;
  const standing = await readManifest(archive, session, revision);
  const ours = fingerprints(withData(publication));
  return standing !== null && isDeepStrictEqual(standing.files, ours) ? standing : null;
}

export interface StagedPublication {
  readonly session: string;
  readonly analysis: StagedAnalysis;
  /** Whether the PDF is known to have failed: then the rest is published without it. */
  readonly pdfFailed: boolean;
  /** When a schedule meant to start the run, which collects after it; undefined for a run by hand. */
  readonly scheduledTime: string | undefined;
  readonly paper: Paper;
  /** The code that made it. */
  readonly code: string;
  /** Where the archive can be read on the web; null where it cannot. */
  readonly site: Site;
}

export interface PublishStagedPorts extends Measures {
  readonly archive: Archive;
  readonly clock: () => string;
}

/**
 * Staged pages become a revision that can be found; one that is published already is made findable.
 * @throws RenderError when a page is missing that did not fail by itself @throws ArchiveError
 */
export async function publishStaged(
  input: StagedPublication,
  { archive, clock, measure }: PublishStagedPorts,
): Promise<{
  readonly status: 'published' | 'already published' | 'taken';
  readonly revision: number;
  readonly siteFailure?: Caught;
}> {
  const { session, analysis, pdfFailed, paper, code, site } = input;
  const { status, revision, work, previous } = analysis;
  if (status === 'already published') {
    const shown = await showOnSite(archive, await readRevision(archive, session, revision), site);
    await noteIfFinal(input, archive, clock);
    measure('published', 0);
    return { status, revision, ...shown };
  }
  const pages = await stagedPages(archive, work);
  const json = pages.get(files.report);
  const whole = pages.has(files.html) && (pages.has(files.pdf) || pdfFailed);
  if (json === undefined || !whole)
    throw new RenderError(`${archive.locate(work)} lacks pages of ${session}, so nothing is published`, {
      hint: 'See why the render step failed, then start the run again.',
    });
  const report = readReport(json, archive.locate(work + files.report));
  const manifest = await publishOnce({ report, pages, previous, paper, code, now: clock() }, archive);
  if (manifest === null) return { status: 'taken', revision };
  const shown = await showOnSite(archive, { report, manifest }, site);
  await noteIfFinal(input, archive, clock);
  measure('published', 1);
  return { status: 'published', revision, ...shown };
}

/**
 * Notes a revision whose closes are corrected, so that the run of the next morning has nothing to ask for. By hand
 * it is not known when what is compared was collected.
 */
async function noteIfFinal(
  { session, analysis, scheduledTime }: StagedPublication,
  archive: Archive,
  clock: () => string,
): Promise<void> {
  if (scheduledTime === undefined || !isCorrected(session, scheduledTime)) return;
  await noteFinal(archive, { session, revision: analysis.revision, at: clock() });
}

/** Its call in the record, and its pages in the site, after its index. What went wrong is settled at the end of the run: the briefing is published. */
async function showOnSite(
  archive: Archive,
  revision: Revision,
  site: Site,
): Promise<{ siteFailure?: Caught }> {
  await linkCalls(archive, [revision]);
  const years = await updateIndex(archive, [revision]);
  try {
    await updatePages(archive, [revision], years, site);
    return {};
  } catch (error) {
    const { name, message } =
      error instanceof Error ? error : { name: 'unknown error', message: String(error) };
    return { siteFailure: { Error: name, Cause: message } };
  }
}
