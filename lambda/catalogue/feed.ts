import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import { dayNumber } from '../calendar/civil.ts';
import { mergeSessions } from './index-entry.ts';

/** The entry of a session in the feeds, at its newest revision. */
export interface FeedEntry {
  readonly session: string;
  readonly revision: number;
  readonly simulated: boolean;
  /** What the briefings are called. */
  readonly name: string;
  /** Permanent, the same for all revisions: `urn:uuid:…`. */
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** When the first revision was published, and the newest that says something else; ISO 8601 UTC. */
  readonly published: string;
  readonly updated: string;
}

const item = z.strictObject({
  id: z.string(),
  url: z.string().optional(),
  title: z.string(),
  content_html: z.string(),
  date_published: z.iso.datetime(),
  date_modified: z.iso.datetime(),
  _briefing: z.strictObject({
    session: z.iso.date(),
    revision: z.number().int().min(1),
    simulated: z.boolean(),
    name: z.string(),
  }),
});

/** `feed.json`: the newest sessions as a JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.string().optional(),
  feed_url: z.string().optional(),
  description: z.string(),
  authors: z.array(z.strictObject({ name: z.string() })),
  language: z.literal('en'),
  items: z.array(item).min(1),
});

export type JsonFeed = z.infer<typeof jsonFeed>;

/** Sessions in a feed: a backfill of years does not flood its readers. */
const shown = 30;

export const feedEntries = (feed: JsonFeed | null): readonly FeedEntry[] =>
  feed?.items.map(({ _briefing, id, title, content_html: html, ...item }) => ({
    ..._briefing,
    ...{ id, title, html, published: item.date_published, updated: item.date_modified },
  })) ?? [];

/** The address under which a feed says that its archive can be read; null where it says none. */
export const siteIn = (feed: JsonFeed | null): string | null =>
  feed?.feed_url?.slice(0, -`/${keys.jsonFeed}`.length) ?? null;

/** The newest entries of two lists: real ones where there is any. Commutative, associative and idempotent. */
export function mergeEntries(known: readonly FeedEntry[], added: readonly FeedEntry[]): readonly FeedEntry[] {
  const all = [...known, ...added];
  const real = all.filter(({ simulated }) => !simulated);
  return mergeSessions(real.length > 0 ? real : all, []).slice(0, shown);
}

/**
 * A feed of some entries, newest first; at least one.
 * @param site the address of the archive, without a slash at its end; null without one: then nothing is linked
 */
export function feedOf(entries: readonly FeedEntry[], site: string | null): JsonFeed {
  const { name } = entries[0]!;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    ...(site === null
      ? {}
      : { home_page_url: `${site}/${keys.frontPage}`, feed_url: `${site}/${keys.jsonFeed}` }),
    description: 'A briefing after each session of the New York Stock Exchange. Information, not advice.',
    authors: [{ name }],
    language: 'en',
    items: entries.map(({ session, revision, simulated, name, ...entry }) => ({
      id: entry.id,
      ...(site === null ? {} : { url: `${site}/${keys.sessionPage(session)}` }),
      title: entry.title,
      content_html: entry.html,
      date_published: entry.published,
      date_modified: entry.updated,
      _briefing: { session, revision, simulated, name },
    })),
  };
}

/** Grows, as text, whenever {@link mergeEntries} changes anything. */
export function feedState(entries: readonly FeedEntry[]): string {
  const weight = entries.reduce((sum, of) => sum + dayNumber(of.session) * 1000 + of.revision, 0);
  return `${entries[0]?.simulated ? 0 : 1} ${String(weight).padStart(12, '0')}`;
}
