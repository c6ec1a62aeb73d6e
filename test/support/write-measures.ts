import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { tna } from '../../lambda/editions/tna.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { runBriefing } from '../../lambda/runs/briefing.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import { simulated } from './simulated.ts';
import { temporaryFolder } from './temporary.ts';

/** The page that lists every measure. */
export const reportPage = join(import.meta.dirname, '../../docs/report.md');

const marks = { begin: '<!-- measures: made by `npm run schema` -->', end: '<!-- end of measures -->' };

/** A report with every figure that the program writes: the second of two sessions of the simulated market. */
export async function reportOfAllMeasures(): Promise<Report> {
  const folder = await temporaryFolder();
  try {
    const ports = {
      ...{ source: simulated, archive: new FolderArchive(folder.path) },
      ...{ printer: null, watch: unwatched },
    };
    const make = (session: string) =>
      runBriefing(
        {
          ...{ edition: tna, session, paper: 'A4', allowIncomplete: true, code: 'test' },
          now: `${session}T23:50:00.000Z`,
        },
        ports,
      );
    await make('2025-12-30');
    return (await make('2025-12-31')).report;
  } finally {
    await rm(folder.path, { recursive: true, force: true });
  }
}

/** The table of measures: a row for each measure, method and unit, with one id as an example. */
export function measuresOf({ figures, methods }: Report): string {
  const rows = new Map<string, string>();
  for (const [id, { method, unit }] of Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const measure = id.split('.', 1)[0] ?? '';
    const { definition = '', page = '' } = methods[method] ?? {};
    const derived = `[${page.replace(/^.*\/|\.md$/g, '')}](${page.replace(/^docs\//, '')})`;
    const words = definition.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
    const key = [measure, method, unit].join('\n');
    if (!rows.has(key)) rows.set(key, `| \`${measure}\` | \`${id}\` | ${unit} | ${words} | ${derived} |`);
  }
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return [
    '| measure | an id of it | unit | meaning | derived in |',
    '|---|---|---|---|---|',
    ...inOrder,
  ].join('\n');
}

/** The page's table as it is; throws where its marks are gone. */
export function publishedMeasures(page: string): string {
  const [from, to] = [page.indexOf(marks.begin), page.indexOf(marks.end)];
  if (from < 0 || to < from) throw new Error(`${reportPage} lacks the marks around its table`);
  return page.slice(from + marks.begin.length, to).trim();
}

if (process.argv[1] === import.meta.filename) {
  const page = readFileSync(reportPage, 'utf8');
  const [before, after] = [page.split(marks.begin)[0], page.split(marks.end)[1]];
  const table = measuresOf(await reportOfAllMeasures());
  writeFileSync(reportPage, `${before}${marks.begin}\n\n${table}\n\n${marks.end}${after}`);
}
