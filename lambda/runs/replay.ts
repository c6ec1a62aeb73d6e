import type { Archive } from '../archive/archive.ts';
import { readChain } from '../archive/call-chain.ts';
import type { Manifest } from '../archive/manifest.ts';
import { readRevision, reportRefOf, revisionsOf } from '../archive/revisions.ts';
import { files, keys } from '../archive-layout.ts';
import type { Edition } from '../editions/edition.ts';
import { ArchiveError, UsageError } from '../errors.ts';
import type { Printer } from '../rendering/printer.ts';
import { renderHtmlHere as renderHtml } from '../rendering/render-html.ts';
import type { ReportBug } from '../sources/parser-bug.ts';
import { analyse } from '../steps/analyse.ts';
import { dataFiles } from '../steps/data-files.ts';
import { publishedPredecessor } from '../steps/predecessor.ts';
import { type Pages, render, reportBytes } from '../steps/render.ts';
import { restoreSnapshot } from '../steps/restore.ts';
import { differingLine, differingPaths } from './differences.ts';
import type { Watch } from './watch.ts';

export interface ReplayedFile {
  readonly name: string;
  readonly identical: boolean;
  /** Where the rebuilt file first differs from the archived one; empty when it does not. */
  readonly differences: readonly string[];
}

export interface Replay {
  readonly manifest: Manifest;
  readonly files: readonly ReplayedFile[];
}

/**
 * Rebuilds a published revision: its report from the snapshot and the previous report that its manifest names,
 * its pages from the archived report, and compares every file byte for byte.
 * @throws UsageError when that revision was never published, or is of another edition @throws ArchiveError when what it needs is not there
 */
export async function replay(
  of: { edition: Edition; session: string; revision: number | undefined },
  ports: { archive: Archive; printer: () => Promise<Printer>; watch: Watch; reportBug?: ReportBug },
): Promise<Replay> {
  const { archive, watch } = ports;
  const revisions = await revisionsOf(archive, of.session);
  const revision = of.revision ?? revisions.at(-1);
  if (revision === undefined || !revisions.includes(revision))
    throw new UsageError(
      revision === undefined || revisions.length === 0
        ? `no briefing of ${of.session} is published in ${archive.locate('')}`
        : `${of.session} has no revision ${revision}; it has ${revisions.map((r) => `r${r}`).join(', ')}`,
      { hint: 'index/YEAR.json lists what is published.' },
    );

  const { report, manifest } = await watch('read', () => readRevision(archive, of.session, revision));
  if (manifest.edition !== of.edition.id)
    throw new UsageError(
      `r${revision} of ${of.session} is of the edition ${manifest.edition}, and this replays ${of.edition.id}`,
      { hint: 'Name its edition with --edition.' },
    );
  const printer = files.pdf in manifest.files ? await ports.printer() : null;
  const [rebuilt, pages] = await Promise.all([
    watch('rebuild', () => rebuild(of.edition, manifest, archive, ports.reportBug)),
    watch('render', () => render(report, reportBytes(report), { renderHtml, printer }, manifest.paper)),
  ]);
  const again: Pages = new Map([...pages, ...dataFiles(report), [files.report, rebuilt]]);
  const names = Object.keys(manifest.files);
  return { manifest, files: await Promise.all(names.map((name) => compare(archive, manifest, name, again))) };
}

/** `report.json` again, from the archived snapshot and the archived report of the session before. */
async function rebuild(
  edition: Edition,
  manifest: Manifest,
  archive: Archive,
  reportBug: ReportBug | undefined,
): Promise<Uint8Array> {
  const { session, revision } = manifest;
  const { snapshot, collection } = await restoreSnapshot(
    archive,
    { edition, session, id: manifest.snapshot.id },
    reportBug,
  );
  const [previous, chain] = await Promise.all([previousOf(manifest, archive), readChain(archive)]);
  const of = { newest: null, founded: true, after: revision - 1, previous, chain };
  return analyse({ collection, snapshot, ...of, allowIncomplete: true, pdf: null }).json;
}

async function previousOf({ previous }: Manifest, archive: Archive) {
  if (previous === null) return null;
  const found = await readRevision(archive, previous.session, previous.revision);
  if (reportRefOf(found.manifest).sha256 !== previous.sha256)
    throw new ArchiveError(
      `${archive.locate(keys.revision(previous.session, previous.revision))} is not the report that was compared with`,
      { hint: 'It was replaced after this briefing was made; restore it from a copy.' },
    );
  return publishedPredecessor(found);
}

async function compare(
  archive: Archive,
  { session, revision }: Manifest,
  name: string,
  again: Pages,
): Promise<ReplayedFile> {
  const archived = await archive.get(keys.revision(session, revision) + name);
  const rebuilt = again.get(name);
  if (archived === null) return { name, identical: false, differences: ['it is not in the archive'] };
  if (rebuilt === undefined) return { name, identical: false, differences: ['it is not made any more'] };
  const identical = Buffer.compare(archived, rebuilt) === 0;
  return { name, identical, differences: identical ? [] : differencesOf(name, archived, rebuilt) };
}

function differencesOf(name: string, archived: Uint8Array, rebuilt: Uint8Array): string[] {
  if (name === files.pdf) return [`archived ${archived.length} bytes, rebuilt ${rebuilt.length}`];
  const [before, after] = [Buffer.from(archived).toString(), Buffer.from(rebuilt).toString()];
  const paths = name === files.report ? differingPaths(JSON.parse(before), JSON.parse(after)) : [];
  return paths.length > 0 ? paths : [`first in line ${differingLine(before, after)}`];
}
