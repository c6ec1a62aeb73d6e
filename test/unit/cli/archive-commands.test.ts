import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { newestRevision } from '../../../lambda/archive/revisions.ts';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { exitCodes } from '../../../lambda/archive-layout.ts';
import { openPage } from '../../../lambda/cli/archive/open.ts';
import { sparkOf } from '../../../lambda/cli/archive/spark.ts';
import { runCommand } from '../../../lambda/cli/run.ts';
import { Terminal } from '../../../lambda/cli/terminal.ts';
import { editionOf } from '../../../lambda/editions/index.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { updateCatalogue } from '../../../lambda/steps/catalogue.ts';
import { publishSample } from '../../support/published-sample.ts';
import { S3Server } from '../../support/s3-server.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { temporaryFolder } from '../../support/temporary.ts';

let [stdout, stderr] = ['', ''];
let bytes = Buffer.alloc(0);

async function type(...args: string[]): Promise<number> {
  [stdout, stderr, bytes] = ['', '', Buffer.alloc(0)];
  const hear = (into: (text: string) => void) => (text: string | Uint8Array) => {
    if (typeof text !== 'string') bytes = Buffer.concat([bytes, text]);
    into(String(text));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(
    hear((text) => {
      stdout += text;
    }),
  );
  vi.spyOn(process.stderr, 'write').mockImplementation(
    hear((text) => {
      stderr += text;
    }),
  );
  return await runCommand(['archive', ...args], {});
}
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Three revisions: one session, and another twice with one close and one reason changed. */
async function fill(archive: Archive): Promise<void> {
  const first = sampleReport();
  const second: Report = structuredClone({ ...first, revision: 2 });
  second.figures['close.TNA']!.value = 45.55;
  second.figures['return.TNA.ytd']!.reason = '=1+1, "quoted"';
  const other = structuredClone({ ...first, session: '2025-12-30' });
  for (const report of [other, first, second]) {
    await publishSample(archive, '2026-01-01T00:00:00.000Z', undefined, report);
    await updateCatalogue(archive, [(await newestRevision(archive, report.session))!]);
  }
}

const server = new S3Server();
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await server.start();
  await fill(new FolderArchive(folder.path));
  await fill(new S3Archive({ client: server.client(), bucket: 'briefings' }));
});
afterAll(async () => {
  await server.stop();
  await folder.dispose();
});

function signIn() {
  vi.stubEnv('AWS_ENDPOINT_URL', server.origin);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
}

describe.each(['a folder', 'a bucket'])('in %s', (kind) => {
  const place = () => {
    if (kind === 'a bucket') signIn();
    return ['--archive', kind === 'a bucket' ? 's3://briefings' : folder.path];
  };

  it('`ls` lists each session at its newest revision, newest first', async () => {
    expect(await type('ls', '--json', ...place())).toBe(exitCodes.ok);
    expect(
      JSON.parse(stdout).sessions.map((one: { session: string; revision: number }) => [
        one.session,
        one.revision,
      ]),
    ).toEqual([
      ['2025-12-31', 2],
      ['2025-12-30', 1],
    ]);
    await type('ls', '--corrected', '--json', ...place());
    expect(JSON.parse(stdout).sessions).toHaveLength(1);
  });

  it('`show` has the figures that are asked for, of the revision that is asked for', async () => {
    await type('show', '2025-12-31/r1', '--figure', 'close.*', '--json', ...place());
    const { figures } = JSON.parse(stdout);
    expect(Object.keys(figures)).toEqual(['close.IWM', 'close.TNA']);
    expect(figures['close.TNA'].value).toBe(45.54);
  });

  it('`show --from` has one figure over time, with what was published first', async () => {
    await type('show', '--figure', 'close.TNA', '--from', '2025-12-30', '--json', ...place());
    expect(JSON.parse(stdout)).toMatchObject({
      figure: 'close.TNA',
      unit: 'usd',
      points: [
        { session: '2025-12-30', revision: 1, value: 45.54 },
        { session: '2025-12-31', revision: 2, value: 45.55, first: 45.54 },
      ],
    });
    await type('show', '--figure', 'close.TNA', '--to', '2025-12-31', ...place());
    expect(stdout).toMatch(/^▁█\n/);
    expect(stdout).toMatch(/2025-12-31 {2}r2 {2}.*45\.55 {2}first published: .*45\.54\n/);
  });

  it('`ls` knows states and the days on which they changed', async () => {
    const { states } = editionOf('tna');
    const report = sampleReport();
    const value = String(report.figures['rotation.state']!.value);
    const listedBy = async (...words: string[]) => {
      await type('ls', '--json', ...words, ...place());
      return JSON.parse(stdout).sessions.length;
    };
    for (const [side, name] of Object.entries(states))
      for (const given of [side, name.slice(0, 5).toUpperCase()])
        expect(await listedBy('--state', given), given).toBe(name === value ? 2 : 0);
    const onset = report.figures['rotation.onset']?.value;
    expect(await listedBy('--flips')).toBe(
      ['2025-12-30', '2025-12-31'].filter((one) => one === onset).length,
    );
  });

  it('`verify --digest` finds the briefing of a mail, and proves it', async () => {
    const entry = async () => {
      await type('ls', '--last', '1', '--json', ...place());
      return JSON.parse(stdout).sessions[0];
    };
    const key = (await entry()).files['report.json'];
    const bytes =
      kind === 'a bucket' ? server.objects.get(key)!.bytes : await readFile(join(folder.path, key));
    const digits = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    expect(await type('verify', '--digest', digits, '--json', ...place())).toBe(exitCodes.ok);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'proven',
      session: '2025-12-31',
      revision: 2,
      broken: null,
    });
    const other = digits.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    expect(await type('verify', '--digest', other, ...place())).toBe(exitCodes.badInput);
  });

  it('`diff` of one session names what its last revision changed', async () => {
    expect(await type('diff', '2025-12-31', '--json', ...place())).toBe(exitCodes.ok);
    expect(JSON.parse(stdout)).toMatchObject({
      from: '2025-12-31 r1',
      to: '2025-12-31 r2',
      figures: [{ id: 'close.TNA', from: 45.54, to: 45.55 }],
    });
  });

  it('`diff` prints what pages print otherwise, and says how to see the rest', async () => {
    expect(await type('diff', '2025-12-31', ...place())).toBe(exitCodes.ok);
    expect(stdout).toMatch(/close\.TNA +45\.54 +45\.55\n1 figure printed otherwise\n$/);
    await type('diff', '2025-12-31', '2025-12-31', ...place());
    expect(stdout).toContain('no figure is printed otherwise');
  });

  it('`export` has each value to the last bit, and no cell that a spreadsheet would compute', async () => {
    await type('export', '--format', 'jsonl', '--to', '2025-12-30', ...place());
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { figures } = sampleReport();
    expect(new Map(rows.map((row) => [row.id, row.value ?? row.text]))).toEqual(
      new Map(Object.entries(figures).map(([id, { value }]) => [id, value])),
    );
    await type('export', '--id', 'return.TNA.ytd', ...place());
    expect(stdout.split('\r\n')[2]).toBe(
      '2025-12-31,return.TNA.ytd,,,fraction,missing,2025-12-31,2,"\'=1+1, ""quoted"""',
    );
  });
});

it('`export --format parquet` writes rows by id and session, values to the last bit', async () => {
  await type('export', '--format', 'parquet', '--id', 'close.*', '--archive', folder.path);
  const file = join(folder.path, 'export.parquet');
  await writeFile(file, bytes);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(`SELECT session, id, value, revision FROM '${file}'`);
  connection.closeSync();
  const { figures } = sampleReport();
  const closes = Object.keys(figures)
    .filter((id) => id.startsWith('close.'))
    .sort();
  expect(closes).toContain('close.TNA');
  expect(read.getRowsJson()).toEqual(
    closes.flatMap((id) => [
      ['2025-12-30', id, figures[id]!.value, 1],
      ['2025-12-31', id, id === 'close.TNA' ? 45.55 : figures[id]!.value, 2],
    ]),
  );
});

it.each([
  [
    'index/2025.json',
    /index\/2025\.json lists 0 of the 2 sessions of 2025 in .*index\.json\nhint: .*archive rebuild/,
  ],
  ['index.json', /index\.json lists nothing, and 2 sessions are published\nhint: .*archive rebuild/],
])('without %s nothing is listed or exported as if there were no more', async (lost, message) => {
  const copy = await temporaryFolder();
  onTestFinished(() => copy.dispose());
  await cp(folder.path, copy.path, { recursive: true });
  await rm(join(copy.path, lost));
  for (const words of [['ls'], ['export'], ['show', '--figure', 'close.TNA', '--from', '2025-12-30']]) {
    expect(await type(...words, '--archive', copy.path)).toBe(exitCodes.failed);
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(message)]);
  }
});

it('a table fits 80 columns', async () => {
  Object.defineProperty(process.stdout, 'columns', { value: 80, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(process.stdout, 'columns'));
  await type('ls', '--archive', folder.path);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it.each([
  [['ls', '--archive', 'https://example.org/a'], /^error: --archive https:\S+ is no archive\nhint: /],
  [['ls', '--archive', 's3://bucket/prefix'], /^error: --archive s3:\S+ is no archive\nhint: /],
  [['ls', '--archive', 'a', '--out', 'b'], /^error: --archive and --out both/],
  [['show', '2025-13-01'], /^error: session 2025-13-01 is not a date\nhint: /],
  [['ls', '--last', '0'], /^error: --last 0 is not a number of sessions\nhint: /],
  [['show', '--from', '2025-12-01'], /^error: --from and --to show one figure over time\nhint: /],
  [['show', '--figure', 'a.*', '--from', '2025-12-01'], /^error: --figure a.\* names several figures/],
  [['verify', '--digest', '12'], /^error: --digest 12 is not what stands at the foot of a mail\nhint: /],
  [
    ['ls', '--state', 'medium', '--archive', 'FOLDER'],
    /^error: --state medium is no state of the rotation\nhint: /,
  ],
  [['export', '--format', 'xlsx'], /^error: --format xlsx .*\nhint: Use csv, jsonl or parquet/],
])('is bad usage, in one line with what to do: %j', async (args, words) => {
  const typed = args.map((one) => (one === 'FOLDER' ? folder.path : one));
  expect(await type(...typed)).toBe(exitCodes.badInput);
  expect(stderr).toMatch(words);
});

it('without a region of AWS a bucket is refused, and what to set is said', async () => {
  signIn();
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', folder.path);
  expect(await type('ls', '--archive', 's3://briefings')).toBe(exitCodes.badInput);
  expect(stderr).toMatch(/^error: no region of AWS is set.*\nhint: .*AWS_REGION/);
});

it('`show --open` hands the page of a folder to another program, and no page of a bucket', async () => {
  const seen = join(folder.path, 'seen');
  const keep = `require('node:fs').writeFileSync(${JSON.stringify(seen)}, process.argv[1])`;
  const terminal = new Terminal({ json: true });
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await openPage('/a b/briefing.html', terminal, [process.execPath, '-e', keep]);
  await vi.waitFor(
    async () => expect(await readFile(seen, 'utf8')).toBe('file:///a%20b/briefing.html'),
    10_000,
  );
  await expect(openPage('/a.html', terminal, ['/no/such/program'])).rejects.toThrow(/is not there to open/);
  await expect(openPage('s3://b/a.html', terminal)).rejects.toThrow(/is in a bucket/);
});

it.each([
  [[30, 10, 20], 9, '█▁▅'],
  [[1, null, 2], 9, '▁ █'],
  [[1, 1, 1], 9, '▁▁▁'],
  [[0, 2, 8, 10], 2, '▁█'],
  [[5], 9, ''],
  [[null, null], 9, ''],
])('numbers %j on %i columns are the line %s', (values, width, line) => {
  expect(sparkOf(values, width)).toBe(line);
});
