import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildName } from '../../../lambda/runtime/build-name.ts';
import { commitOf } from '../../../lambda/runtime/commit.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'commit-')));
const checkout = join(root, 'checkout');
let head: string;

/** Git without the settings of this machine. */
function git(folder: string, ...args: string[]): string {
  const { PATH } = process.env;
  const env = { PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', [...who, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function repositoryAt(folder: string): string {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet');
  writeFileSync(join(folder, 'code.ts'), `export const at = '${folder}';\n`);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'first');
  git(folder, 'tag', '--annotate', 'v9', '--message', 'a tag is no commit');
  return git(folder, 'rev-parse', 'HEAD').slice(0, 12);
}

afterAll(() => rmSync(root, { recursive: true, force: true }));

// These make repositories of their own; the program itself needs no git.
describe.skipIf(spawnSync('git', ['--version']).status !== 0)('the commit of a checkout', () => {
  beforeAll(() => {
    head = repositoryAt(checkout);
  });

  it('is that of its HEAD, also with untracked files', async () => {
    expect(await commitOf(checkout)).toBe(head);
    writeFileSync(join(checkout, 'notes.txt'), 'of nobody');
    expect(await commitOf(checkout)).toBe(head);
  });

  it('is modified with a changed, a staged or a deleted file, and no longer when that is undone', async () => {
    const file = join(checkout, 'code.ts');
    writeFileSync(file, 'export const at = 1;\n');
    expect(await commitOf(checkout)).toBe(`${head}-modified`);
    git(checkout, 'add', 'code.ts');
    expect(await commitOf(checkout)).toBe(`${head}-modified`);
    rmSync(file);
    expect(await commitOf(checkout)).toBe(`${head}-modified`);
    git(checkout, 'reset', '--quiet', '--hard');
    expect(await commitOf(checkout)).toBe(head);
  });

  it('is that of a worktree, whose .git is a file, on its own', async () => {
    const worktree = join(root, 'worktree');
    git(checkout, 'worktree', 'add', '--quiet', '-b', 'other', worktree);
    expect(await commitOf(worktree)).toBe(head);
    writeFileSync(join(worktree, 'code.ts'), 'export const at = 2;\n');
    expect(await commitOf(worktree)).toBe(`${head}-modified`);
    expect(await commitOf(checkout)).toBe(head);
    git(worktree, 'commit', '--quiet', '--all', '--message', 'second');
    expect(await commitOf(worktree)).toBe(git(worktree, 'rev-parse', 'HEAD').slice(0, 12));
    expect(await commitOf(worktree)).not.toBe(head);
  });

  it('is not that of a repository which the environment names, as within a hook', async () => {
    const other = join(root, 'other');
    expect(repositoryAt(other)).not.toBe(head);
    const hook = { ...process.env, GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git/index') };
    expect(await commitOf(checkout, hook)).toBe(head);
  });

  it('is unknown without git, without a commit and without a repository in .git', async () => {
    expect(await commitOf(checkout, { PATH: join(root, 'nowhere') })).toBe('unknown');
    const empty = join(root, 'empty');
    mkdirSync(empty);
    git(empty, 'init', '--quiet');
    expect(await commitOf(empty)).toBe('unknown');
    // Within a checkout: git would go up to it.
    const broken = join(checkout, 'broken');
    mkdirSync(join(broken, '.git'), { recursive: true });
    expect(await commitOf(broken)).toBe('unknown');
  });

  it('is absent for a release, also within another repository', async () => {
    const installed = join(checkout, 'node_modules/smallcap-briefing');
    mkdirSync(installed, { recursive: true });
    expect(await commitOf(installed)).toBeUndefined();
  });
});

it('the build name is name and version, with the commit as build metadata if known', () => {
  expect(buildName()).toMatch(/^smallcap-briefing \d+\.\d+\.\d+$/);
  expect(buildName('5d60aeaf32ba-modified')).toBe(`${buildName()}+5d60aeaf32ba-modified`);
});
