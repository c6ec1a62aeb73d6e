import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { Archive } from '../../lambda/archive/archive.ts';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { mapLimited } from '../../lambda/archive/limited.ts';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { rebuild } from '../../lambda/runs/rebuild.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import { startEmulator } from '../e2e/support/emulator.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { diesAfter } from '../support/mortal.ts';
import { publishOnly, someSessions } from '../support/site-archive.ts';
import type { Bench } from './commands.ts';
import type { Measured } from './report.ts';

const publishers = 8;
const sessionsEach = 20;
/** Of a given number of runs one is killed after its first to thirtieth write, and repeated. */
const killedOneIn = 10;

/** The same order and the same deaths each time: a linear congruence (Knuth). */
function chance(): () => number {
  let state = 20_261_127;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Eight publishers at once, each twenty sessions of its own one by one, against one publisher that does them in order. */
export async function timeTogether({ scratch }: Bench): Promise<Measured[]> {
  const wanted = someSessions(publishers * sessionsEach);
  const alone = new MemoryArchive();
  for (const one of await publishOnly(alone, wanted)) await updateCatalogue(alone, [one]);
  const expected = await pointersOf(alone);
  const folder = join(scratch, 'together');
  const inFolder = await together('a folder', () => new FolderArchive(folder), expected);
  const emulator = await startEmulator();
  try {
    const client = () =>
      new S3Client({
        ...{ endpoint: emulator.endpoint, region: 'us-east-1', forcePathStyle: true },
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
    await client().send(new CreateBucketCommand({ Bucket: 'together' }));
    const open = () => new S3Archive({ client: client(), bucket: 'together' });
    return [...inFolder, ...(await together('a bucket of the emulator', open, expected))];
  } finally {
    await emulator.stop();
  }
}

async function together(
  place: string,
  open: () => Archive,
  expected: ReadonlyMap<string, string>,
): Promise<Measured[]> {
  const random = chance();
  const made = await publishOnly(open(), someSessions(publishers * sessionsEach));
  // Of one session r2 never comes before r1, as in any archive.
  const sessions = [...Map.groupBy(made, ({ manifest }) => manifest.session).values()]
    .map((of) => ({ of, place: random() }))
    .sort((a, b) => a.place - b.place);
  let killed = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: publishers }, async (_, publisher) => {
      const archive = open();
      const mine = sessions.filter((_, at) => at % publishers === publisher);
      for (const one of mine.flatMap(({ of }) => of)) {
        if (random() < 1 / killedOneIn) {
          killed += 1;
          const writes = 1 + Math.floor(random() * 30);
          await diesAfter(writes, archive, (mortal) => updateCatalogue(mortal, [one])).catch(() => undefined);
        }
        await updateCatalogue(archive, [one]);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const differing = async () => {
    const found = await pointersOf(open());
    return [...new Set([...found.keys(), ...expected.keys()])].filter(
      (key) => found.get(key) !== expected.get(key),
    ).length;
  };
  const before = await differing();
  await rebuild(open());
  const note = `none may differ; ${made.length} revisions by ${publishers} publishers, ${killed} runs killed and repeated`;
  return [
    { what: `pointers of ${place} unlike one publisher’s`, value: before, unit: 'files', note },
    { what: '  and after a rebuild', value: await differing(), unit: 'files', note: 'none may differ' },
    { what: '  all of it', value: seconds, unit: 's' },
  ];
}

async function pointersOf(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const keys = (await archive.list('')).filter((key) => !/^reports\/[^/]+\/r\d+\//.test(key));
  const texts = await mapLimited(keys, 8, async (key) =>
    Buffer.from((await archive.get(key)) ?? []).toString('latin1'),
  );
  return new Map(keys.map((key, at) => [key, texts[at] ?? '']));
}
