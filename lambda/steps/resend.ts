import type { Archive } from '../archive/archive.ts';
import { yearEntries } from '../archive/index.ts';
import { revisionsOf } from '../archive/revisions.ts';
import { yearKey } from '../catalogue/years.ts';
import { UsageError } from '../errors.ts';
import { type Delivered, type DeliverPorts, type DeliverRequest, deliver } from './deliver.ts';

/** What was sent again, and of which revision. */
export interface Resent extends Delivered {
  readonly session: string;
  readonly revision: number;
}

/**
 * The messages about a session once more, on request: to every reader who is not known to have got one, or to one reader
 * whatever the receipts say.
 * @throws UsageError when that is not published, or no such reader is configured, saying what is there @throws DeliveryError @throws ArchiveError
 */
export async function resend(
  { session, revision, again }: Omit<DeliverRequest, 'revision'> & { readonly revision?: number | undefined },
  ports: DeliverPorts,
): Promise<Resent> {
  const published = await revisionsOf(ports.archive, session);
  const newest = published.at(-1);
  if (newest === undefined)
    throw new UsageError(
      `no briefing of ${session} is published, so there is nothing to send: ${await publishedBeside(ports.archive, session)}`,
    );
  const wanted = revision ?? newest;
  if (!published.includes(wanted))
    throw new UsageError(
      `r${wanted} of ${session} is not published: there is ${published.map((one) => `r${one}`).join(', ')}`,
    );
  return { session, revision: wanted, ...(await deliver({ session, revision: wanted, again }, ports)) };
}

/** In words, the published sessions of a year on both sides of one that is not. @throws ArchiveError */
async function publishedBeside(archive: Archive, session: string): Promise<string> {
  const year = yearKey(session);
  const listed = (await yearEntries(archive, year)).map((entry) => entry.session);
  const beside = [listed.findLast((one) => one > session), listed.find((one) => one < session)];
  const found = beside.filter((one) => one !== undefined).toSorted();
  return found.length === 0
    ? `the archive has no session of ${year}`
    : `the nearest of ${year} ${found.length === 1 ? 'is' : 'are'} ${found.join(' and ')}`;
}
