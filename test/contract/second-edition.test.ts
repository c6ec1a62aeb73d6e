import { join } from 'node:path';
import type { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { topicNotifier } from '../../lambda/delivery/sns.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import { printParts, renderHtml } from '../../lambda/rendering/html.ts';
import { type Report, report as reportSchema } from '../../lambda/report/schema.ts';
import { runBriefing } from '../../lambda/runs/briefing.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import { clockAt } from '../../lambda/runtime/clock.ts';
import { dispatchOf, mailTo } from '../support/mail.ts';
import { secondSource } from '../support/second-edition/source.ts';
import { qld, tqqq } from '../support/second-edition/tqqq.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** What belongs to the edition of TNA and may be in no other. */
const foreign =
  /\b(IWM|RVX|RVXCLS|RUT|TNA|TZA|IJR|IWO|IWN|KRE|IWF|IWD|XHB|ITB|Russell|Direxion|iShares|MEGA7)\b|small.?caps?\b|mega-?caps\b/i;
/** A word twice, as where an edition's word meets the sentence's own article. */
const twice = /\b([a-z]{2,}) \1\b/i;
const sessions = ['2020-03-16', '2024-07-11', '2025-12-15'];
const reports = new Map<string, { report: Report; html: string }>();
/** A fund of twice a day. */
let twofold: { report: Report; html: string };

let root: Awaited<ReturnType<typeof temporaryFolder>>;

/** A whole briefing in an archive of the edition's own. */
async function briefingOf(edition: Edition, session: string): Promise<{ report: Report; html: string }> {
  const archive = new FolderArchive(join(root.path, `${edition.id} ${session}`));
  const now = clockAt(`${session}T23:30:00Z`)();
  const { report } = await runBriefing(
    { edition, session, paper: 'A4', allowIncomplete: false, code: 'test', now },
    { source: secondSource(edition), archive, printer: null, watch: unwatched },
  );
  const html = Buffer.from((await archive.get(`reports/${session}/r1/briefing.html`))!).toString();
  return { report, html };
}

beforeAll(async () => {
  root = await temporaryFolder();
  for (const session of sessions) reports.set(session, await briefingOf(tqqq, session));
  twofold = await briefingOf(qld, '2024-07-11');
});
afterAll(() => root.dispose());

describe.each(sessions)('the edition of TQQQ on %s', (session) => {
  const made = () => reports.get(session)!;

  it('makes a whole briefing of its own figures', () => {
    const { report } = made();
    expect(reportSchema.safeParse(report).success).toBe(true);
    expect(report.edition).toMatchObject({ id: 'TQQQ' });
    expect(report.marks.incomplete).toBe(false);
    for (const id of [
      'return.TQQQ.1d',
      'excess.QQQ:SPY.21d',
      'rotation.score',
      'expected.TQQQ.1d',
      'vol.QQQ.21d',
    ])
      expect(report.figures[id]?.value, id).toEqual(expect.any(Number));
    const { value } = report.figures['beta.TQQQ:QQQ.63d'] ?? {};
    expect(value).toBeCloseTo(3, 1);
  });

  it('names nothing of the edition of TNA in its report', () => {
    const found = strings({ ...made().report, schema: '' }).filter((text) => foreign.test(text));
    expect(unique(found)).toEqual([]);
  });

  it('uses every one of its prices', () => {
    // A fund that the test derives badly, as with prices of a cent, would be left out without a word here.
    expect(made().report.flags).toEqual([]);
  });

  it('names nothing of it on its page, on paper, in its mail and in its message', async () => {
    const { html, report } = made();
    const paper = [renderHtml(report, 'paper'), ...strings(printParts(report))];
    const mail = await mailTo(dispatchOf(report));
    const pages = [html, ...paper, mail.html].flatMap(wordsOf);
    const texts = [...pages, mail.subject, mail.text, ...strings(await messageOf(report))];
    expect(texts.join(' ')).toContain(report.edition.title);
    expect(unique(texts.filter((text) => foreign.test(text)))).toEqual([]);
    expect(unique(texts.filter((text) => twice.test(text)))).toEqual([]);
  });
});

it('of a fund of twice a day names no other multiple', () => {
  const { report, html } = twofold;
  expect(report.figures['beta.QLD:QQQ.63d']?.value).toBeCloseTo(2, 1);
  const other = /\bthree times\b|\b3×|\b3 ×|×3\b|\bthreefold\b|\bcube\b|\b3x\b|a third in one day|TQQQ/i;
  const page = wordsOf(html).filter((text) => other.test(text));
  expect(unique([...page, ...strings(report).filter((text) => other.test(text))])).toEqual([]);
  expect(html).toContain('two times');
  expect(html).toContain('a fall of the index by half in one day');
});

it('names the reconstitution of its own indices', () => {
  const { report } = reports.get('2025-12-15')!;
  // The third Friday of December 2025.
  expect(report.figures['event.next.date']?.value).toBe('2025-12-19');
  expect(report.figures['event.next.name']?.value).toBe('Nasdaq-100 reconstitution, at the close');
  expect(strings(report).join()).toContain('reconstitutions of the Nasdaq-100');
});

it('leaves out what rests on lists that the edition does not follow', () => {
  const { report } = twofold;
  const ids = report.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  for (const id of ['sector-weights', 'capital-expenditure']) expect(ids).not.toContain(id);
  expect(report.strip.map(({ label }) => label)).not.toContain('filings');
  const literature = /^Definitions are at the end of this page/;
  const about = strings(report).filter((text) => /holdings|filings/.test(text) && !literature.test(text));
  expect(about).toEqual([]);
});

/** What a topic would be sent of a report. */
async function messageOf(report: Report): Promise<object> {
  const sent: object[] = [];
  const client = { send: async ({ input }: { input: object }) => sent.push(input) } as unknown as SNSClient;
  await topicNotifier({ client, topic: 'arn:aws:sns:us-east-1:1:topic' }).send(dispatchOf(report), 'reader');
  return sent[0]!;
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Every string of a document, the names of its members among them. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...strings(member)]);
}

/** The texts between the tags of a page; fonts are data. */
function wordsOf(html: string): string[] {
  const page = html.replace(/data:[^"')]+/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
  return [...page.matchAll(/[^<>\n]*/g)].map(([text]) => text);
}
