import { describe, expect, it } from 'vitest';
import type { PublishedReport } from '../../../lambda/catalogue/day.ts';
import { feedOf } from '../../../lambda/catalogue/feed.ts';
import { atomFeed, feedEntry } from '../../../lambda/rendering/feed.ts';
import { uuidOf } from '../../../lambda/rendering/uuid.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { parseXml } from '../../support/xml.ts';

const first = sampleReport();
const key = first.front.keys.find(({ figure }) => typeof first.figures[figure]?.value === 'number')!.figure;

const at = (revision: number, report: Report): PublishedReport => ({
  report: { ...report, revision },
  manifest: {
    ...{ edition: report.edition.id, session: report.session, revision },
    ...{ publishedAt: `2025-12-31T2${revision}:00:00.000Z`, files: {} },
  },
});

const withValue = (id: string, value: number): Report => ({
  ...first,
  figures: { ...first.figures, [id]: { ...first.figures[id]!, value } },
});

/** As after 20:15: the only change is that prices are final. */
const final: Report = {
  ...first,
  strip: first.strip.map((item) => ({ ...item, text: item.text.replace('provisional', 'final') })),
};

it('a name-based UUID is that of RFC 9562, appendix A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(uuidOf('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

describe('a session in the feeds', () => {
  const history = [at(1, first), at(2, final), at(3, withValue(key, 0.5))];
  const [once, twice, thrice] = [1, 2, 3].map((count) => feedEntry(history.slice(0, count)));

  it('has one id for all its revisions, and another than any other session', () => {
    expect(once!.id).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect([twice!.id, thrice!.id]).toEqual([once!.id, once!.id]);
    expect(feedEntry([at(1, { ...first, session: '2025-12-30' })]).id).not.toBe(once!.id);
  });

  it('is updated by a revision only where the mail would differ', () => {
    const times = [once, twice, thrice].map((of) => [of!.published.slice(11, 13), of!.updated.slice(11, 13)]);
    expect(times).toEqual([
      ['21', '21'],
      ['21', '21'],
      ['21', '23'],
    ]);
    // A figure that is not in the mail.
    const elsewhere = feedEntry([at(1, first), at(2, withValue('rotation.component.credit', -9))]);
    expect([elsewhere.updated, elsewhere.title]).toEqual([once!.updated, once!.title]);
  });

  it('begins with what was and what is, once it is corrected', () => {
    expect(once!.title).not.toContain('CORRECTED');
    expect(twice!.html).not.toContain('CORRECTED');
    expect(thrice!.title).toMatch(/CORRECTED: /);
    expect(thrice!.html).toMatch(
      /^<p><strong>CORRECTED: revision 3 replaces the entry of [^<]+<\/strong><\/p>\n<ul>\n<li>[^<]+ → [^<]+<\/li>/,
    );
  });

  it('has the words of the front page, and no style, script, image or link', () => {
    const { parts } = first.front.verdict;
    expect(once!.html).toContain(parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''));
    for (const { label } of first.front.keys) expect(once!.html).toContain(`<td>${label}</td>`);
    expect(once!.html).toContain('Information, not advice.');
    expect(new Set(once!.html.match(/<\/?\w+/g)?.map((tag) => tag.replace(/<\/?/, '')))).toEqual(
      new Set(['p', 'strong', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td']),
    );
  });

  it('says of a simulated market and of an incomplete briefing what it is, in its title', () => {
    const marks = { simulated: true, incomplete: true, incompleteBecause: ['IWM has no bar'] };
    const { title, html } = feedEntry([at(1, { ...first, marks })]);
    expect(title).toMatch(/^SIMULATED DATA: INCOMPLETE: /);
    expect(html).toContain('IWM has no bar');
  });

  it('keeps a text from outside text, and leaves out what XML cannot hold', () => {
    const verdict = { parts: ['<img src=x onerror=alert(1)> & \u0007\u{d800}]]>'], figures: [] };
    const entry = feedEntry([at(1, { ...first, front: { ...first.front, verdict } })]);
    expect(entry.html).not.toContain('<img');
    const atom = parseXml(atomFeed(feedOf([entry], null), 'TNA'));
    const found = atom.children.find(({ name }) => name === 'entry')!;
    const [title, content] = ['title', 'content'].map(
      (name) => found.children.find((of) => of.name === name)!,
    );
    expect(title!.text).toContain('<img src=x onerror=alert(1)> & \u{fffd}\u{fffd}]]>');
    expect(content!.text).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;');
  });
});

it('the parser of these tests refuses what is not well-formed', () => {
  for (const wrong of [
    '<a><b></a></b>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a',
    '<a/><b/>',
    '<a>\u0007</a>',
    '<a b=c/>',
  ])
    expect(() => parseXml(wrong), wrong).toThrow('not well-formed');
});
