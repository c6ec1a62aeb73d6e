import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { declare, sharedSuites, type Verdict } from '../support/shared.ts';

const root = resolve(import.meta.dirname, '..');
const files = globSync('**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const support = ['support/shared.ts', 'support/real-market.ts'];

describe('the data beside the checkout', () => {
  it('is read by the suites of test/real, and by no other', () => {
    const reading = files.filter((path) => /support\/(shared|real-market)\.ts['"]/.test(text(path)));
    expect(reading.length).toBeGreaterThan(10);
    expect(reading.filter((path) => !path.startsWith('real/') && !support.includes(path))).toEqual([
      'walls/real-data.test.ts',
    ]);
  });

  it('is needed by every suite there: all are inside describeShared', () => {
    const suites = files.filter((path) => path.startsWith('real/'));
    for (const path of suites) {
      const topLevel = text(path).match(/^(describe|it|test)\w*/gm) ?? [];
      expect(new Set(topLevel), path).toEqual(new Set(['describeShared']));
    }
  });
});

it('no test asks whether it runs on a public runner', () => {
  const asking = files.filter((path) => /\benv\.CI\b|\benv\[.CI.\]/.test(text(path)));
  expect(asking).toEqual([]);
});

describe('suites that need the data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shared-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are skipped without it and say what is absent, and fail where it is required', () => {
    const absent = join(folder, 'absent');
    for (const required of [undefined, '', '0'])
      expect(sharedSuites(absent, required), required).toMatchObject({ what: 'skip' });
    expect(sharedSuites(absent, '1')).toMatchObject({
      what: 'fail',
      why: expect.stringContaining('data/market'),
    });
  });

  it('are one line or one failing test where they do not run, and their body is not entered', () => {
    const declaredBy = (what: Verdict['what']) => {
      const made: [kind: string, name: string][] = [];
      const tests: (() => void)[] = [];
      let entered = false;
      const it = (name: string, test: () => void) => {
        made.push(['test', name]);
        tests.push(test);
      };
      it.skip = (name: string) => made.push(['skipped', name]);
      const describe = (name: string, suite: () => void) => {
        made.push(['suite', name]);
        suite();
      };
      const enter = () => {
        entered = true;
      };
      declare({ what, why: 'not there' }, 'real prices', enter, { describe, it });
      return { made, tests, entered };
    };
    expect(declaredBy('run')).toMatchObject({ made: [['suite', 'real prices']], entered: true });
    expect(declaredBy('skip')).toEqual({
      made: [['skipped', 'real prices (skipped, not there)']],
      tests: [],
      entered: false,
    });
    const { made, tests, entered } = declaredBy('fail');
    expect({ made, entered }).toEqual({ made: [['test', 'real prices']], entered: false });
    expect(tests[0]).toThrow(/REQUIRE_SHARED is set, and .*not there/);
  });

  it('take another folder of that name, or part of the data, for none', () => {
    mkdirSync(join(folder, 'data/market'), { recursive: true });
    const { what, why } = sharedSuites(folder, undefined);
    expect(what).toBe('skip');
    expect(why).toContain('data/macro');
    expect(why).not.toContain('data/market');
  });
});
