import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { report as reportSchema } from '../../lambda/report/schema.ts';
import { sampleReport } from '../support/sample-report.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { briefingHere } from './support/here.ts';

const examples = join(import.meta.dirname, '../../examples');

/** A program of this machine; null where it has none. */
function output(program: string, ...args: string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', cwd: examples }).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

describe('the example', () => {
  it('of a report is one that the program reads', () => {
    const found = JSON.parse(readFileSync(join(examples, 'report.json'), 'utf8'));
    expect(reportSchema.parse(found)).toEqual(sampleReport());
  });

  it.each([
    ['TypeScript', process.execPath, 'read.ts'],
    ['Python', 'python3', 'read.py'],
    ['jq', 'jq', '-r', '-f', 'read.jq'],
  ])('in %s prints a figure with its unit and status', (_, program, ...args) => {
    const printed = output(program, ...args, 'report.json');
    const { session, figures } = sampleReport();
    const { value, unit, status } = figures['return.IWM.1d']!;
    // Not every machine has every program.
    if (printed !== null) expect(printed).toBe([session, value, unit, status].join(' '));
  });

  it('of a data folder makes a briefing of its newest session', async () => {
    const root = await temporaryFolder();
    onTestFinished(root.dispose);
    const { code, stdout } = await briefingHere([
      ...['--data', join(examples, 'data'), '--out', root.path, '--no-pdf'],
    ]);
    expect(code).toBe(0);
    const path = join(root.path, 'reports/2024-03-15/r1/report.json');
    const { figures } = JSON.parse(readFileSync(path, 'utf8'));
    expect(figures['return.TNA.21d'].value).not.toBeNull();
    expect(figures['sma.IWM.200']).toMatchObject({ value: null, status: 'missing' });
    expect(stdout).toContain('Fri Mar 15, 2024');
  });
});
