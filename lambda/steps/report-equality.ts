import { isDeepStrictEqual } from 'node:util';
import type { Revision } from '../archive/revisions.ts';
import { files } from '../archive-layout.ts';
import type { Paper } from '../rendering/printer.ts';
import { inOneText, reasonsIn, withoutFinality } from '../report/published-text.ts';
import type { Report, Section } from '../report/schema.ts';
import { provisionalNote } from '../sources/parsing/finality.ts';

/**
 * Blocks that do not count: the table of what came from where and when, which repeats `sources`, whose lasting part is
 * compared itself, and the list of files that are not used.
 */
const notCompared: readonly string[] = ['methods.sources', 'methods.unused'];

/**
 * Whether two reports are equal in what a reader reads: figures, words, marks, statuses, series. When and from which
 * bytes they were made, and how many rows those held, does not count, so data added after the session changes
 * nothing and publishes nothing; nor does it that provisional prices are final now, unless one of them changed.
 */
export function sameBriefing(a: Report, b: Report): boolean {
  return isDeepStrictEqual(content(a), content(b));
}

/**
 * Whether the newest published revision is equal to a new report, with every page that is asked for. A PDF that was not
 * printed then, or on other paper, needs another revision.
 * @param pdf the paper of the PDF; null when none is asked for
 */
export function isUnchanged(newest: Revision | null, report: Report, pdf: Paper | null): newest is Revision {
  if (newest === null || !sameBriefing(newest.report, report)) return false;
  return pdf === null || (files.pdf in newest.manifest.files && newest.manifest.paper === pdf);
}

/** What counts, as JSON keeps it: one report was read back from its file, the other was just made. The codes of reasons repeat their texts. */
function content(report: Report): unknown {
  const {
    revision: _,
    collectedAt: __,
    snapshot: ___,
    sources,
    sections,
    figures,
    strip,
    flags,
    reasons: ____,
    ...said
  } = report;
  const trust = sources.map(({ key, source, status, note }) => ({
    key,
    source,
    status,
    note: withoutProvisional(note),
  }));
  // How much was revised since the last briefing is counted only where the archive has one. When it matters to
  // the reader it is said in words, and those are compared.
  const { 'revisions.count': _____, ...compared } = figures;
  const content = {
    ...said,
    // What is said beside typed changes follows from them, or says only that the archive had no briefing before.
    front: said.ahead === undefined ? said.front : { ...said.front, changes: said.front.changes.since },
    trust,
    strip: strip.map(withoutFinality),
    flags: flags.filter(({ code }) => code !== 'not-used'),
    figures: compared,
    sections: sections.map(comparable),
  };
  return JSON.parse(JSON.stringify(content));
}

function comparable(section: Section): Section {
  return { ...section, blocks: section.blocks.filter(({ id }) => !notCompared.includes(id)) };
}

const withoutProvisional = (note: string | undefined): string | undefined =>
  inOneText(reasonsIn(note).filter((part) => part !== provisionalNote));
