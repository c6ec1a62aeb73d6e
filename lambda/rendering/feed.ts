import Handlebars from 'handlebars';
import { keys } from '../archive-layout.ts';
import type { PublishedReport } from '../catalogue/day.ts';
import { type FeedEntry, feedEntries, type JsonFeed } from '../catalogue/feed.ts';
import { inXml } from '../outside-text.ts';
import { templateFile } from './assets.ts';
import { uuidOf } from './uuid.ts';
import { feedEntryView } from './view/feed.ts';

/**
 * The entry of a session in the feeds, whole and without a link: its address is the feed's to say.
 * @param history every revision of the session, ascending; at least one
 */
export function feedEntry(history: readonly PublishedReport[]): FeedEntry {
  const { report } = history.at(-1)!;
  const { session, revision, edition, marks } = report;
  const view = feedEntryView(history);
  return {
    ...{ session, revision, simulated: marks.simulated, name: edition.title },
    id: `urn:uuid:${uuidOf(`${edition.id}/${session}`)}`,
    title: inXml(view.title),
    html: inXml(template('feed-entry')(view)),
    ...{ published: view.published, updated: view.updated },
  };
}

/** The same feed as Atom (RFC 4287). @param edition its id, which names the feed */
export function atomFeed(feed: JsonFeed, edition: string): string {
  const entries = feedEntries(feed).map((entry, at) => ({ ...entry, url: feed.items[at]?.url ?? '' }));
  return template('feed')({
    id: `urn:uuid:${uuidOf(edition)}`,
    title: feed.title,
    subtitle: feed.description,
    updated: entries
      .map(({ updated }) => updated)
      .sort()
      .at(-1),
    self: feed.feed_url?.replace(keys.jsonFeed, keys.atomFeed) ?? keys.atomFeed,
    home: feed.home_page_url ?? '',
    entries,
  });
}

const compiled = new Map<string, Handlebars.TemplateDelegate>();

function template(name: string): Handlebars.TemplateDelegate {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const options = { strict: true, knownHelpersOnly: true, data: false };
  const made = Handlebars.compile(templateFile(`site/${name}.hbs`), options);
  compiled.set(name, made);
  return made;
}
