import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readRevision } from '../../../lambda/archive/revisions.ts';
import { openPointerCheck } from '../../../lambda/runs/pointers.ts';
import { rebuild } from '../../../lambda/runs/rebuild.ts';
import { updateCatalogue } from '../../../lambda/steps/catalogue.ts';
import { siteOf } from '../../../lambda/steps/feeds.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly, someSessions, type WantedReport } from '../../support/site-archive.ts';
import { type Element, parseXml, textsOf } from '../../support/xml.ts';

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, as far as a feed may have what it lists; extensions begin with `_`. */
const author = z.strictObject({
  name: z.string().optional(),
  url: z.url().optional(),
  avatar: z.url().optional(),
});
const extension = { _briefing: z.object({}).optional() };
const feedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  description: z.string().optional(),
  authors: z.array(author).min(1),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url().optional(),
      title: z.string().optional(),
      content_html: z.string().min(1),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      ...extension,
    }),
  ),
});

async function published(site: string | null | undefined, ...batches: readonly WantedReport[][]) {
  const archive = new MemoryArchive();
  for (const batch of batches) await updateCatalogue(archive, await publishOnly(archive, batch), site);
  return archive;
}

/** Both feeds, each held to its own rules. */
function feedsOf(archive: MemoryArchive) {
  const texts = archive.texts();
  const json = feedSchema.parse(JSON.parse(texts['feed.json']!));
  const atom = parseXml(texts['feed.xml']!);
  holdToAtom(atom);
  return { json, atom, entries: atom.children.filter(({ name }) => name === 'entry') };
}

/** What RFC 4287 demands: of each element how many, of a date its form, of ids that they differ. */
function holdToAtom(feed: Element): void {
  const exactly = (of: Element, name: string) => {
    const found = of.children.filter((child) => child.name === name);
    expect(found, `${name} in ${of.name}`).toHaveLength(1);
    return found[0]!;
  };
  expect(feed.name).toBe('feed');
  expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
  expect(exactly(exactly(feed, 'author'), 'name').text).not.toBe('');
  const self = feed.children.filter(({ name, attributes }) => name === 'link' && attributes.rel === 'self');
  expect(self.map(({ attributes }) => attributes.type)).toEqual(['application/atom+xml']);
  const entries = feed.children.filter(({ name }) => name === 'entry');
  for (const of of [feed, ...entries]) {
    expect(exactly(of, 'id').text).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(exactly(of, 'title').text).not.toBe('');
    expect(z.iso.datetime().safeParse(exactly(of, 'updated').text).success).toBe(true);
  }
  for (const entry of entries) {
    expect(exactly(entry, 'content').attributes).toEqual({ type: 'html' });
    const [was, is] = [textsOf(entry, 'published')[0]!, textsOf(entry, 'updated')[0]!];
    expect(was <= is).toBe(true);
  }
  const ids = [feed, ...entries].flatMap((of) => textsOf(of, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  const newest = entries.map((entry) => textsOf(entry, 'updated')[0]!).sort();
  expect(textsOf(feed, 'updated')).toEqual(newest.slice(-1));
}

describe('the feeds of an archive', () => {
  it('say the same of the thirty newest sessions, newest first', async () => {
    const all = someSessions(36);
    const { json, entries } = feedsOf(await published(undefined, all.slice(0, -3), all.slice(-3)));
    expect(json.items).toHaveLength(30);
    const sessions = [...new Set(all.map(({ session }) => session))].sort().reverse().slice(0, 30);
    for (const [at, item] of json.items.entries()) expect(item.content_html).toContain(sessions[at]);
    expect(entries.map((entry) => textsOf(entry, 'id')[0])).toEqual(json.items.map(({ id }) => id));
    expect(entries.map((entry) => textsOf(entry, 'content')[0])).toEqual(
      json.items.map(({ content_html }) => content_html),
    );
  });

  it('lead nowhere without an address of the archive, and to its pages with one', async () => {
    const without = await published(undefined, someSessions(2));
    expect(without.texts()['feed.json']).not.toContain('://briefing');
    const { atom } = feedsOf(without);
    expect(
      atom.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes.href),
    ).toEqual(['feed.xml']);
    const { json, entries } = feedsOf(await published('https://briefing.example', someSessions(2)));
    expect(json.feed_url).toBe('https://briefing.example/feed.json');
    const [newest] = json.items;
    expect(newest!.url).toMatch(/^https:\/\/briefing\.example\/reports\/\d{4}-\d\d-\d\d\/index\.html$/);
    expect(entries[0]!.children.find(({ name }) => name === 'link')?.attributes.href).toBe(newest!.url);
  });

  it('keep their address when a run has none, and lose it when it is removed', async () => {
    const site = 'https://briefing.example';
    const [all, last] = [someSessions(6).slice(0, -1), someSessions(6).slice(-1)];
    const archive = await published(site, all);
    await updateCatalogue(archive, await publishOnly(archive, last));
    const expected = (await published(site, all, last)).texts();
    expect(archive.texts()).toEqual(expected);
    const check = await openPointerCheck(archive, await archive.list('reports/'));
    for (const { session, revision = 1 } of [...all, ...last])
      await check.add([await readRevision(archive, session, revision)]);
    expect(await check.differing()).toEqual([]);
    await rebuild(archive);
    expect(archive.texts()).toEqual(expected);
    await updateCatalogue(archive, await publishOnly(archive, [{ session: '2026-06-30' }]), null);
    expect(feedsOf(archive).json.feed_url).toBeUndefined();
  });

  it('have no simulated session beside a real one', async () => {
    const [real, simulated] = [[{ session: '2025-12-01' }], [{ session: '2025-12-02', simulated: true }]];
    const archive = await published(undefined, simulated);
    expect(feedsOf(archive).json.items[0]?.title).toMatch(/^SIMULATED DATA: /);
    await updateCatalogue(archive, await publishOnly(archive, real));
    expect(feedsOf(archive).json.items.map(({ title }) => title)).toEqual([
      expect.stringContaining('on 2025-12-01'),
    ]);
  });

  it('have the real sessions of an older year, and none of the made-up ones of a newer', async () => {
    const made = ['2026-01-05', '2026-01-06'].map((session) => ({ session, simulated: true }));
    const archive = await published(undefined, [{ session: '2025-12-31' }], made);
    const ids = feedsOf(archive).json.items.map(({ content_html }) => content_html);
    expect(ids).toEqual([expect.stringContaining('2025-12-31')]);
  });

  it('say at which address the archive can be read, where they say it and can be read', async () => {
    const site = 'https://briefing.example';
    const archive = await published(site, someSessions(2));
    expect(await siteOf(archive)).toBe(site);
    expect(await siteOf(await published(null, someSessions(2)))).toBeNull();
    expect(await siteOf(new MemoryArchive())).toBeNull();
    for (const broken of ['{', '{"version":1}']) {
      await archive.update('feed.json', () => Buffer.from(broken));
      expect(await siteOf(archive)).toBeNull();
    }
  });

  it('are linked from the head of every page', async () => {
    const texts = (await published(undefined, someSessions(2))).texts();
    const pages = Object.keys(texts).filter((key) => /^(\d{4}\/|reports\/[^/]+\/)?index\.html$/.test(key));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const root = page === 'index.html' ? '' : '../'.repeat(page.split('/').length - 1);
      expect(texts[page]).toContain(
        `rel="alternate" type="application/atom+xml" title="Atom" href="${root}feed.xml"`,
      );
      expect(texts[page]).toContain(`type="application/feed+json" title="JSON Feed" href="${root}feed.json"`);
    }
  });
});
