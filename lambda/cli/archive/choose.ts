import type { Archive } from '../../archive/archive.ts';
import { everyListed } from '../../archive/index.ts';
import {
  newestRevision,
  newestRevisions,
  type Revision,
  readRevision,
  revisionsOf,
} from '../../archive/revisions.ts';
import { keys } from '../../archive-layout.ts';
import type { IndexEntry } from '../../catalogue/index-entry.ts';
import { counted } from '../../counted.ts';
import { ArchiveError, UsageError } from '../../errors.ts';
import { revisionOption } from '../options.ts';

/** Every published session, newest first. @throws UsageError when there is none @throws ArchiveError */
export async function publishedIn(archive: Archive): Promise<readonly IndexEntry[]> {
  const entries = await everyListed(archive);
  if (entries.length > 0) return entries;
  const { size } = await newestRevisions(archive);
  if (size > 0)
    throw new ArchiveError(
      `${archive.locate(keys.index)} lists nothing, and ${counted(size, 'session')} ${size === 1 ? 'is' : 'are'} published`,
      { hint: 'It was changed or removed from outside: `archive rebuild` makes it again.' },
    );
  throw new UsageError(`no briefing is published in ${archive.locate('')}`, {
    hint: 'Name the archive with --archive FOLDER or --archive s3://BUCKET.',
  });
}

/** A date as options take it. @throws UsageError */
export function dateOf(given: string, option: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw new UsageError(`${option} ${given} is not a date`, { hint: 'Use YYYY-MM-DD, as 2025-12-31.' });
}

/**
 * A published revision by what people type: `2025-12-31` for the newest of a session, `2025-12-31/r1` for one of them.
 * @throws UsageError when it is not published @throws ArchiveError
 */
export async function chosenRevision(archive: Archive, given: string): Promise<Revision> {
  const [date = '', number, ...more] = given.split('/');
  const session = dateOf(date, 'session');
  if (more.length > 0)
    throw new UsageError(`${given} names no revision`, { hint: 'Use 2025-12-31 or 2025-12-31/r1.' });
  const numbers = await revisionsOf(archive, session);
  const asked = number === undefined ? numbers.at(-1) : revisionOption(number);
  if (asked === undefined || numbers.length === 0)
    throw new UsageError(`no briefing of ${session} is published in ${archive.locate('')}`, {
      hint: '`archive ls` lists the sessions that are.',
    });
  if (numbers.includes(asked)) return readRevision(archive, session, asked);
  throw new UsageError(
    `${session} has no revision ${asked}; it has ${numbers.map((one) => `r${one}`).join(', ')}`,
  );
}

/** The newest published revision of the newest session. @throws UsageError when there is none @throws ArchiveError */
export async function newestIn(archive: Archive): Promise<Revision> {
  const [newest] = await publishedIn(archive);
  const found = newest === undefined ? null : await newestRevision(archive, newest.session);
  if (found !== null) return found;
  throw new UsageError(`${archive.locate('')} lists a session that is not published`, {
    hint: '`archive check` says what is wrong.',
  });
}

/**
 * Whether an id is one of those that a list of patterns names: separated by commas, `*` for any characters. No list
 * names all.
 */
export function matcherOf(patterns: string | undefined): (id: string) => boolean {
  if (patterns === undefined) return () => true;
  const escaped = patterns.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const forms = escaped.split(',').map((form) => new RegExp(`^${form.trim()}$`));
  return (id) => forms.some((form) => form.test(id));
}
