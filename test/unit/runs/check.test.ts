import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { checkArchive } from '../../../lambda/runs/check.ts';
import { session, smallData } from '../../e2e-local/support/small-data.ts';
import { smallRun } from '../../e2e-local/support/small-run.ts';
import { temporaryFolder, treeOf } from '../../support/temporary.ts';

describe('a check of the archive', () => {
  let root: { path: string; dispose: () => Promise<void> };
  /** What was published; each test damages a copy. */
  let sound: string;
  let out: string;
  const check = () => checkArchive(new FolderArchive(out));
  const at = (...path: string[]) => join(out, ...path);

  beforeAll(async () => {
    root = await temporaryFolder();
    sound = join(root.path, 'sound');
    await smallRun(await smallData(join(root.path, 'data')), new FolderArchive(sound));
  });
  beforeEach(async () => {
    out = await mkdtemp(join(root.path, 'out-'));
    await cp(sound, out, { recursive: true });
  });
  afterAll(() => root.dispose());

  it('finds a sound one sound and touches nothing', async () => {
    const before = await treeOf(out);
    expect(await check()).toEqual({ sessions: 1, revisions: 1, files: 4, problems: [], indexed: [] });
    expect(await treeOf(out)).toEqual(before);
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    [
      'a page that was changed',
      () => appendFile(at('reports', session, 'r1', 'briefing.html'), ' '),
      /briefing\.html was changed/,
    ],
    [
      'a page that is gone',
      () => rm(at('reports', session, 'r1', 'briefing.html')),
      /briefing\.html is not there/,
    ],
    [
      'a page that nobody made',
      () => writeFile(at('reports', session, 'r1', 'extra.html'), ''),
      /extra\.html is in no manifest/,
    ],
    [
      'a manifest that is none',
      () => writeFile(at('reports', session, 'r1', 'manifest.json'), '{}'),
      /manifest\.json, field schema/,
    ],
    [
      'a snapshot that is gone',
      () => rm(at('snapshots', session), { recursive: true }),
      /snapshot\.json is not there/,
    ],
    [
      'a payload that was changed',
      async () => {
        const payload = Object.keys(await treeOf(at('snapshots', 'raw'))).find((path) =>
          path.endsWith('.gz'),
        )!;
        await writeFile(at('snapshots', 'raw', payload), 'not gzip');
      },
      /\.gz \(bars:\w+\) is damaged/,
    ],
    [
      'an index that lists what is not there',
      async () => {
        const index = (await readFile(at('index', '2025.json'), 'utf8'))
          .replace('"revision": 1', '"revision": 9')
          .replaceAll('/r1/', '/r9/');
        await writeFile(at('index', '2025.json'), index);
      },
      /lists r9 of 2025-12-31, which is not published/,
    ],
    [
      'an index whose files lie elsewhere',
      async () => {
        const index = (await readFile(at('index', '2025.json'), 'utf8')).replaceAll('/r1/', '/../../etc/');
        await writeFile(at('index', '2025.json'), index);
      },
      /2025\.json, field sessions\.0\.files: are not those of its revision/,
    ],
  ])('names %s', async (_, damage, problem) => {
    await damage();
    const { problems } = await check();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});
