import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { locateChromium } from '../../lambda/rendering/chromium/locate.ts';
import { printParts } from '../../lambda/rendering/html.ts';
import { type Taken, taken } from './processor.ts';
import { type Measured, median } from './report.ts';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'lambda/cli/start.js');

const node = (...args: string[]) => taken(root, process.execPath, ...args);

/** Where a suite works. */
export interface Bench {
  /** Folder of CSV files. */
  readonly data: string;
  /** Newest session of the data. */
  readonly session: string;
  /** 250 sessions up to it, ascending. */
  readonly sessions: readonly string[];
  /** A folder to write to. */
  readonly scratch: string;
}

/** The whole `briefing` command beside a bare script that prints the same HTML by the same browser. */
export async function timeCommand({ data, session, scratch }: Bench): Promise<Measured[]> {
  let runs = 0;
  const newest = () => join(scratch, `run-${runs}`);
  const briefing = () => {
    runs += 1;
    return node(command, '--data', data, '--session', session, '--out', newest());
  };
  await briefing();
  const folder = join(newest(), 'reports', session, 'r1');
  const bareScript = await bareScriptOf(folder, scratch);
  await bareScript();
  // Turn by turn, so that whatever else the machine is doing slows both alike.
  const turns: { whole: Taken; bare: Taken }[] = [];
  for (let turn = 0; turn < 7; turn += 1) turns.push({ whole: await briefing(), bare: await bareScript() });
  const of = (which: 'whole' | 'bare', what: keyof Taken) => median(turns.map((turn) => turn[which][what]));
  const beside = (what: keyof Taken) => of('whole', what) / of('bare', what);
  const note = 'which a busy machine distorts less';
  return [
    { what: 'briefing command, from CSV files to PDF', value: of('whole', 'wall'), unit: 'ms' },
    { what: 'bare script: launch, print the same HTML, close', value: of('bare', 'wall'), unit: 'ms' },
    { what: 'briefing command beside the bare script', value: beside('wall'), unit: 'times', target: 1.4 },
    { what: '  the command, processor time', value: of('whole', 'processor'), unit: 'ms' },
    { what: '  the bare script, processor time', value: of('bare', 'processor'), unit: 'ms' },
    { what: '  beside each other, processor time', value: beside('processor'), unit: 'times', note },
    ...(await sizes(folder)),
  ];
}

async function bareScriptOf(folder: string, scratch: string): Promise<() => Promise<Taken>> {
  const { executable, environment } = await locateChromium();
  const { header, footer } = printParts(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
  const options = {
    format: 'A4',
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    printBackground: true,
    margin: { top: '18mm', bottom: '16mm', left: '14mm', right: '14mm' },
  };
  // The header brings its fonts and is too long for an argument where systems are strict.
  const page = join(scratch, 'bare.html');
  await writeFile(page, await readFile(join(folder, 'briefing.html')));
  if (header.length < 100_000) options.headerTemplate = header;
  const script = join(import.meta.dirname, 'bare.js');
  return () =>
    node(
      script,
      executable,
      JSON.stringify(environment),
      page,
      JSON.stringify(options),
      join(scratch, 'bare.pdf'),
    );
}

async function sizes(folder: string): Promise<Measured[]> {
  const bytes = async (name: string) => (await stat(join(folder, name))).size / 1000;
  const packed = gzipSync(await readFile(join(folder, 'report.json'))).length / 1000;
  return [
    { what: 'report.json', value: await bytes('report.json'), unit: 'kB', target: 750 },
    { what: 'report.json, gzipped', value: packed, unit: 'kB', target: 120 },
    { what: 'briefing.html', value: await bytes('briefing.html'), unit: 'kB', target: 700 },
    { what: 'briefing.pdf', value: await bytes('briefing.pdf'), unit: 'kB', target: 600 },
  ];
}

/** A backfill of 250 sessions without PDFs, of half as many, and what a PDF adds to each session. */
export async function timeBackfill({ data, sessions, scratch }: Bench): Promise<Measured[]> {
  const backfill = async (name: string, count: number, ...more: string[]) => {
    const some = sessions.slice(-count);
    const out = join(scratch, name);
    const range = ['--from', some[0]!, '--to', some.at(-1)!];
    const time = await node(command, 'backfill', '--data', data, ...range, '--out', out, ...more);
    const made = await readdir(join(out, 'reports'));
    if (made.length !== count) throw new Error(`the backfill made ${made.length} of ${count} sessions`);
    return time;
  };
  const half = await backfill('half', 125);
  const all = await backfill('all', 250);
  const few = await backfill('few', 40);
  const printed = await backfill('printed', 40, '--pdf');
  const processor = (all.processor - half.processor) / 125;
  return [
    { what: 'backfill of 250 sessions, figures and HTML', value: all.wall / 1000, unit: 's', target: 6 },
    { what: '  a further session, processor time', value: processor, unit: 'ms a session' },
    {
      what: '  its second half beside its first, processor time',
      value: processor / (half.processor / 125),
      unit: 'times',
      note: 'about 1 is linear',
    },
    {
      what: 'what a PDF adds to a session',
      value: (printed.wall - few.wall) / 40,
      unit: 'ms a session',
      target: 200,
    },
  ];
}
