import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { mailOf } from '../../lambda/delivery/mail.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import { type Report, report as reportSchema } from '../../lambda/report/schema.ts';
import { runBriefing } from '../../lambda/runs/briefing.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import { clockAt } from '../../lambda/runtime/clock.ts';
import { secondSource } from '../support/second-edition/source.ts';
import { qld, tqqq } from '../support/second-edition/tqqq.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** What belongs to the edition of TNA and may be in no other. */
const foreign = /\b(IWM|RVX|TNA|TZA|IJR|IWO|IWN|Russell|Direxion|MEGA7)\b|small.?caps?\b|mega-?caps\b/i;
const sessions = ['2020-03-16', '2024-07-11', '2025-12-31'];
const reports = new Map<string, { report: Report; html: string }>();

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
    expect([...new Set(found)]).toEqual([]);
  });

  it('names nothing of it on its page and in its mail', () => {
    const { html, report } = made();
    const words = wordsOf(html).filter((text) => foreign.test(text));
    expect([...new Set(words)]).toEqual([]);
    const { subject, text, attachment } = mailOf(report, true);
    for (const part of [subject, text, attachment]) expect(part).not.toMatch(foreign);
  });
});

it('of a fund of twice a day names no other multiple', async () => {
  const { report, html } = await briefingOf(qld, '2025-12-31');
  expect(report.figures['beta.QLD:QQQ.63d']?.value).toBeCloseTo(2, 1);
  const other = /\bthree times\b|\b3×|\b3 ×|×3\b|\bthreefold\b|\bcube\b|\b3x\b|a third in one day|TQQQ/i;
  const page = wordsOf(html).filter((text) => other.test(text));
  expect([...new Set(page), ...strings(report).filter((text) => other.test(text))]).toEqual([]);
  expect(html).toContain('two times');
  expect(html).toContain('a fall of the index by half in one day');
});

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
