import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../lambda/report/schema.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { briefingHere } from './support/here.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const blockOf = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';

describe('what the README reads of an archive', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let reports: readonly Report[];
  beforeAll(async () => {
    folder = await temporaryFolder();
    const out = join(folder.path, 'out');
    const dates = ['--from', '2025-12-22', '--to', '2025-12-31'];
    await briefingHere(['backfill', '--simulated', ...dates, '--out', out]);
    const { stdout } = await briefingHere(['archive', 'export', '--out', out]);
    writeFileSync(join(folder.path, 'figures.csv'), stdout);
    const sessions = ['22', '23', '24', '26', '29', '30', '31'].map((day) => `2025-12-${day}`);
    reports = sessions.map((session) =>
      JSON.parse(readFileSync(join(out, `reports/${session}/r1/report.json`), 'utf8')),
    );
  });
  afterAll(() => folder.dispose());

  it('by DuckDB is what the reports hold, to the last bit', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const file = join(folder.path, 'out/figures/*/*/*.parquet');
    const answers: unknown[][][] = [];
    for (const query of blockOf('sql')
      .replaceAll('out/figures/*/*/*.parquet', file)
      .split(';\n')
      .filter((one) => one.trim()))
      answers.push((await connection.runAndReadAll(query)).getRowsJson());
    connection.closeSync();
    const [course, correlation, missing] = answers;
    expect(course).toEqual(
      reports.map(({ session, figures }) => [session, figures['rotation.score']?.value]),
    );
    const pairs = reports
      .slice(1)
      .map(({ figures }, at) => [
        Number(reports[at]?.figures['rotation.score']?.value),
        Number(figures['excess.IWM:SPY.1d']?.value),
      ]);
    expect(correlation?.[0]?.[0]).toBeCloseTo(correlationOf(pairs as [number, number][]), 10);
    expect(Number(correlation?.[0]?.[1])).toBe(pairs.length);
    const absent = reports.flatMap(({ session, figures }) =>
      Object.entries(figures)
        .filter(([id, { status }]) => status === 'missing' && !id.startsWith('previous.'))
        .map(([id, { reason }]) => [session, id, reason]),
    );
    expect(absent.length).toBeGreaterThan(10);
    expect(new Set(missing?.map(String))).toEqual(new Set(absent.map(String)));
  });

  it('is what an export writes as CSV, cell by cell', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const columns = 'session, id, value, text, unit, status, as_of, revision, reason';
    const [table, csv] = ['out/figures/*/*/*.parquet', 'figures.csv'].map((name) => join(folder.path, name));
    const types =
      "types = {'session': 'DATE', 'as_of': 'DATE', 'value': 'DOUBLE', 'revision': 'INTEGER', 'text': 'VARCHAR'}";
    const one = `SELECT ${columns} FROM '${table}'`;
    const other = `SELECT ${columns} FROM read_csv('${csv}', ${types}, nullstr = '')`;
    for (const query of [`${one} EXCEPT ${other}`, `${other} EXCEPT ${one}`])
      expect((await connection.runAndReadAll(query)).getRowsJson()).toEqual([]);
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM '${table}'`);
    expect(Number(counted.getRowsJson()[0]?.[0])).toBeGreaterThan(7 * 1_500);
    connection.closeSync();
  });

  it('in R prints what is missing, where R is installed', () => {
    const printed = outputOf('Rscript', ['-e', blockOf('r')], folder.path);
    if (printed === null) return;
    const [{ session, figures }] = reports as [Report];
    const [id = ''] = Object.keys(figures)
      .filter((one) => figures[one]?.status === 'missing')
      .sort();
    expect(printed).toContain(session);
    expect(printed).toContain(id);
    expect(existsSync(join(folder.path, 'Rplots.pdf'))).toBe(true);
  });

  it('in pandas is the correlation that DuckDB gives, where pandas is installed', async () => {
    // Where it is not, Python at least understands the lines.
    const parse = 'import ast,sys; ast.parse(sys.argv[1])';
    if (outputOf('python3', ['-c', parse, blockOf('python')], folder.path) === null) return;
    const has = 'import importlib.util as u; print(all(map(u.find_spec, ["pandas", "pyarrow"])))';
    if (outputOf('python3', ['-c', has], folder.path)?.trim() !== 'True') return;
    const [printed = ''] = outputOf('python3', ['-c', blockOf('python')], folder.path)?.split('\n') ?? [];
    const connection = await (await DuckDBInstance.create()).connect();
    const [, query = ''] = blockOf('sql').split(';\n');
    const answer = await connection.runAndReadAll(
      query.replaceAll('out/figures', join(folder.path, 'out/figures')),
    );
    connection.closeSync();
    expect(Number(printed)).toBeCloseTo(Number(answer.getRowsJson()[0]?.[0]), 12);
  });
});

/** What a program of this machine prints; null where it has none. */
function outputOf(program: string, args: readonly string[], cwd: string): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Pearson's correlation, by its definition. */
function correlationOf(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (f: (a: number, b: number) => number) =>
    pairs.reduce((all, [a, b]) => all + f(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}
