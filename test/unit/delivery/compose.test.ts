import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { correctionTo } from '../../../lambda/delivery/compose.ts';
import { isQuiet } from '../../../lambda/rendering/view/mail-length.ts';
import { firstChanges } from '../../../lambda/report/changes.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { reportBytes } from '../../../lambda/steps/render.ts';
import { simulatedReport } from '../../support/briefings.ts';
import { dispatchOf, mailSettings, mailTo } from '../../support/mail.ts';
import { onceAsync } from '../../support/memo.ts';
import { sampleReport } from '../../support/sample-report.ts';

/** A crash, calm days, a session at a year's end, and one of the first years, in which much is missing. */
const sessions = ['2006-03-15', '2008-10-10', '2019-01-18', '2020-11-23', '2024-03-15', '2025-12-31'];
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 7)]);
const reports: Report[] = [];

beforeAll(async () => {
  for (const session of sessions) reports.push(await simulatedReport(session));
  reports.push(sampleReport());
});

/** The mails about them, composed once. */
const composed = onceAsync(() => Promise.all(reports.map((report) => mailTo(dispatchOf(report, { pdf })))));

/** The types of a message's parts as a tree: `mixed(alternative(text, …), pdf)`. */
function treeOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const walk = (part: string): string => {
    const head = part.slice(0, part.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    const [, type = ''] = /^content-type:\s*([^;\s]+)/im.exec(head) ?? [];
    const [, boundary] = /boundary="?([^";\s]+)"?/i.exec(head) ?? [];
    const name = type.replace(/^(multipart|text|image|application)\//, '');
    if (boundary === undefined) return name;
    const body = part.slice(part.indexOf('\r\n\r\n') + 4);
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return `${name}(${parts.map((one) => walk(one.replace(/^\r\n/, ''))).join(', ')})`;
  };
  return walk(text);
}

/** The HTML part as it is sent, encoded. */
const htmlAsSent = (bytes: Uint8Array): number => {
  const text = Buffer.from(bytes).toString('latin1');
  const start = text.indexOf('\r\n\r\n', text.search(/content-type: text\/html/i));
  return text.indexOf('\r\n--', start) - start;
};

/** Width, height, bits and colour type of a PNG, and whether it has a chunk that makes pixels transparent. */
function pngOf(bytes: Uint8Array) {
  const view = Buffer.from(bytes);
  return {
    width: view.readUInt32BE(16),
    bits: view[24],
    colours: view[25],
    transparent: view.includes('tRNS'),
  };
}

/** The C0 and C1 controls and DEL: one of them makes a mail program cut a mail short. */
const isControl = (code: number): boolean => code < 32 || (code >= 127 && code < 160);

describe('the message about every kind of session', () => {
  it('is mixed(alternative(text, related(HTML, charts)), PDF), and each chart is shown once', async () => {
    for (const { bytes } of await composed()) {
      // Of a quiet session there is no chart, and so nothing that is related to the HTML.
      expect(treeOf(bytes)).toMatch(/^mixed\(alternative\(plain, (related\(html(, png)+\)|html)\), pdf\)$/);
      const mail = await PostalMime.parse(bytes);
      const shown = [...(mail.html ?? '').matchAll(/src="cid:([^"]+)"/g)].map(([, cid]) => `<${cid}>`);
      const inline = mail.attachments.filter(({ disposition }) => disposition === 'inline');
      expect(inline.map(({ contentId }) => contentId).sort()).toEqual(shown.sort());
      const [attached] = mail.attachments.filter(({ disposition }) => disposition === 'attachment');
      expect(Buffer.from(attached?.content as ArrayBuffer).equals(pdf)).toBe(true);
    }
  });

  it('keeps to its budgets: HTML, images, lines, the whole', async () => {
    const sizes: number[] = [];
    for (const { bytes } of await composed()) {
      sizes.push(htmlAsSent(bytes));
      const mail = await PostalMime.parse(bytes);
      const pngs = mail.attachments
        .filter(({ mimeType }) => mimeType === 'image/png')
        .map(({ content }) => new Uint8Array(content as ArrayBuffer));
      expect(pngs.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(80_000);
      for (const png of pngs)
        expect(pngOf(png)).toEqual({ width: 720, bits: 8, colours: 3, transparent: false });
      const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
      expect(bytes.length).toBeLessThan(1_200_000);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(90_000);
    expect(sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(40_000);
  });

  it('holds no script, form, remote image or control character, and is not clipped', async () => {
    for (const { html, text, subject } of await composed()) {
      expect(html).not.toMatch(/<script|<form|<svg|<iframe|data:|@font-face|http:|src="http/i);
      const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address);
      for (const address of addresses)
        expect(address).toMatch(/^(cid:|mailto:|https:\/\/briefing\.example\.org\/)/);
      for (const part of [html, text, subject])
        expect(
          [...part].filter((letter) => letter !== '\n' && isControl(letter.codePointAt(0) ?? 0)),
        ).toEqual([]);
    }
  });

  it('says in plain text what its HTML says, in lines of 72 letters', async () => {
    for (const [at, { text }] of (await composed()).entries()) {
      const { front } = reports[at]!;
      const words = text.replace(/\s+/g, ' ');
      const supporting = isQuiet(reports[at]!) ? [] : front.supporting;
      for (const sentence of [front.verdict, ...supporting, ...firstChanges(reports[at]!)])
        expect(words).toContain(
          sentence.parts
            .map((part) => (typeof part === 'string' ? part : part.text))
            .join('')
            .replace(/\s+/g, ' '),
        );
      const long = text.split('\n').filter((line) => line.length > 72 && !/^(https|mailto):/.test(line));
      expect(long).toEqual([]);
    }
  });

  it('leads to the page that proves it, by the first twelve digits of the report’s SHA-256', async () => {
    for (const [at, { html, text }] of (await composed()).entries()) {
      const digest = createHash('sha256').update(reportBytes(reports[at]!)).digest('hex').slice(0, 12);
      const page = `https://briefing.example.org/search.html#q=${digest}`;
      expect(html).toContain(`href="${page.replace('=', '&#x3D;')}"`);
      expect(text).toContain(`\n${page}\n`);
    }
  });

  it('has a subject of 60 letters at most with the day in it, one of its own for each session', async () => {
    const subjects = (await composed()).map(({ subject }) => subject);
    for (const subject of subjects) {
      expect(subject.length).toBeLessThanOrEqual(60);
      expect(subject).toMatch(/ (Mon|Tue|Wed|Thu|Fri) [A-Z][a-z]{2} \d{1,2}$/);
      expect(subject).toMatch(/^SIMULATED · /);
    }
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('is the same bytes each time, and names one reader only', async () => {
    const dispatch = dispatchOf(reports.at(-1)!, { pdf });
    const [first, again, other] = [
      await mailTo(dispatch),
      await mailTo(structuredClone(dispatch)),
      await mailTo(dispatch, 'bob@example.org'),
    ];
    expect(Buffer.from(first.bytes).equals(again.bytes)).toBe(true);
    expect(Buffer.from(other.bytes).toString('latin1')).not.toContain('ann@');
  });

  it('has the headers that servers and filters read', async () => {
    const { bytes } = await mailTo(dispatchOf(reports.at(-1)!, { pdf }));
    const { headers, from, to, replyTo, date, messageId } = await PostalMime.parse(bytes);
    const header = (name: string) => headers.find(({ key }) => key === name)?.value;
    expect(from).toEqual({ name: 'Small-cap rotation & TNA', address: mailSettings.sender });
    expect(to).toEqual([{ name: '', address: 'ann@example.org' }]);
    expect(replyTo).toEqual([{ name: '', address: mailSettings.replyTo }]);
    expect(new Date(date ?? '').toISOString()).toBe('2026-01-01T01:20:00.000Z');
    expect(header('list-id')).toBe('TNA briefing <tna-briefing.example.org>');
    expect(header('list-unsubscribe')).toBe(`<${mailSettings.unsubscribe}>`);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(messageId).toMatch(/^<TNA-\d{4}-\d\d-\d\d-r\d+-mail-[0-9a-f]{16}@example\.org>$/);
  });
});

it('the mail of a quiet session has fifteen lines above its foot; of others it has levels', async () => {
  const report: Report = structuredClone(reports[5]!);
  Object.assign(report.figures['return.IWM.1d']!, { value: 0.001 });
  const items = [{ parts: ['Nothing material changed.'], figures: [] }];
  Object.assign(report.front, { changes: { ...report.front.changes, items }, notices: [] });
  Object.assign(report, { changes: [] });
  const linesOf = async (of: Report) => {
    const [body = ''] = (await mailTo(dispatchOf(of))).text.split('\nThe whole briefing:');
    const paragraphs = body.split('\n\n').filter((one) => !one.startsWith('SIMULATED DATA'));
    return paragraphs.flatMap((one) => one.split('\n')).filter((line) => line !== '').length;
  };
  expect(await linesOf(report)).toBeLessThanOrEqual(15);
  expect(await linesOf(reports[5]!)).toBeGreaterThan(45);
});

describe('a correction', () => {
  const earlierOf = (report: Report) => ({
    report,
    sentAt: '2025-12-31T22:46:00Z',
    messageId: '<m-1@example.org>',
  });
  const changed = (change: (report: Report) => void): Report => {
    const report = structuredClone(reports[5]!);
    change(report);
    return { ...report, revision: 2 };
  };
  const set = (id: string, value: number) => (report: Report) => {
    Object.assign(report.figures[id]!, { value });
  };

  it('begins with the old and the new value as printed, in the thread of the first mail', async () => {
    const [before, now] = [reports[5]!, changed(set('close.TNA', 60))];
    const { subject, text, html, bytes } = await mailTo(dispatchOf(now, { earlier: earlierOf(before) }));
    expect(subject).toMatch(/^SIMULATED · CORRECTED r2 · /);
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('CORRECTED: revision 2 replaces the mail of Wed Dec 31, 2025, 17:46 New York.');
    expect(words).toContain('TNA: 49.34 → 60.00');
    expect(words).toContain('The verdict stands: the first sentence is the same.');
    expect(html.indexOf('CORRECTED')).toBeLessThan(html.indexOf('<h1'));
    expect((await PostalMime.parse(bytes)).inReplyTo).toBe('<m-1@example.org>');
  });

  it('names six changes at most and counts the rest', () => {
    const now = changed((report) => {
      const keys = report.front.keys.map(({ figure }) => figure);
      for (const figure of [...keys, 'return.TNA.1d', 'return.TNA.5d'])
        if (typeof report.figures[figure]?.value === 'number')
          Object.assign(report.figures[figure]!, { value: Number(report.figures[figure]?.value) * 1.5 });
    });
    const items = correctionTo(now, earlierOf(reports[5]!))?.items ?? [];
    expect(items.filter((item) => item.includes('→'))).toHaveLength(6);
    expect(items[6]).toMatch(/^2 more figures of this mail changed, none by more than \d+\.\d\d points\.$/);
  });

  it.each<[string, (report: Report) => void, RegExp]>([
    ['is the same', set('close.TNA', 60), /^The verdict stands: the first sentence is the same\.$/],
    [
      'has other numbers',
      ({ front }) => {
        const parts = front.verdict.parts.map((part) =>
          typeof part === 'string' ? part : { ...part, text: '9' },
        );
        Object.assign(front, { verdict: { ...front.verdict, parts } });
      },
      /^The verdict stands, with other numbers\.$/,
    ],
    [
      'says something else',
      ({ front }) => void Object.assign(front, { verdict: { parts: ['Small caps lead.'], figures: [] } }),
      /^The verdict is another one; it was: IWM /,
    ],
  ])('says whether the verdict stands where it %s', (_, change, words) => {
    expect(correctionTo(changed(change), earlierOf(reports[5]!))?.verdict).toMatch(words);
  });

  it.each<[string, (report: Report) => void]>([
    ['only its number differs', () => undefined],
    ['a figure that the mail does not print differs', set('macro.unrate', 9)],
    ['a figure differs below its printed decimals', set('close.TNA', 49.3382000001)],
    [
      'provisional prices are final',
      (report) => {
        const strip = report.strip.map((item) =>
          item.label === 'prices' ? { ...item, text: item.text.replace('provisional', 'final') } : item,
        );
        expect(strip).not.toEqual(report.strip);
        Object.assign(report, { strip });
      },
    ],
  ])('is none where %s', (_, change) => {
    expect(correctionTo(changed(change), earlierOf(reports[5]!))).toBeNull();
  });
});
