import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { FolderArchive } from '../../../../lambda/archive/folder.ts';
import { chatNotifier } from '../../../../lambda/delivery/chat/notifier.ts';
import type { ChatName } from '../../../../lambda/delivery/chat/services.ts';
import type { Report } from '../../../../lambda/report/schema.ts';
import { deliver } from '../../../../lambda/steps/deliver.ts';
import { publishSample, sample } from '../../../support/published-sample.ts';
import { sampleReport } from '../../../support/sample-report.ts';
import { temporaryFolder } from '../../../support/temporary.ts';
import { answer, WebhookServer } from '../../../support/webhook-server.ts';

const token = 'T0AAAAAAA-B0BBBBBBB-abcdefghijklmnopqrstuvwx';
const clock = () => '2026-01-02T12:00:00.000Z';
const server = new WebhookServer();
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let archive: FolderArchive;

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(async () => {
  server.asked = [];
  server.answers = [];
  folder = await temporaryFolder();
  archive = new FolderArchive(folder.path);
  await publishSample(archive, clock());
});
afterEach(() => folder.dispose());

const channel = (service: ChatName, address = async () => `https://${server.host}/${token}`) =>
  chatNotifier({
    service,
    secret: `ssm:/briefing/${service}`,
    address,
    site: 'https://briefing.example.org',
    hosts: [server.host],
    tls: { ca: server.ca },
  });

const tell = (revision = 1, notifiers = [channel('slack'), channel('teams')]) =>
  deliver({ session: sample.session, revision }, { archive, notifiers, clock });

/** Everything that the archive's receipts say, by the names of their files. */
async function receipts(): Promise<Record<string, string>> {
  const root = join(folder.path, 'receipts');
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    found
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
  );
}

it('notifies each channel once a revision, with a link and the digest of its report', async () => {
  expect(await tell()).toMatchObject({ sent: 2, before: 0 });
  expect(await tell()).toMatchObject({ sent: 0, before: 2 });
  const [slack, teams, ...more] = server.asked.map(({ body }) => body);
  expect(more).toEqual([]);
  for (const body of [slack, teams]) {
    expect(body).toContain(`https://briefing.example.org/reports/${sample.session}/r1/briefing.html`);
    expect(body).toMatch(/Revision 1, report [0-9a-f]{12}\./);
  }
  expect(JSON.parse(slack ?? '')).toHaveProperty('blocks');
  expect(JSON.parse(teams ?? '')).toHaveProperty('attachments');
  const kept = await receipts();
  expect(Object.keys(kept).map((name) => name.replace(/[0-9a-f]{16}/, '…'))).toEqual(
    expect.arrayContaining(['slack-….json', 'teams-….json']),
  );
  expect(JSON.stringify(kept)).not.toContain(token);
});

it('says of a later revision only what it corrects', async () => {
  await tell();
  const report = sampleReport();
  await publishSample(archive, clock(), undefined, { ...report, revision: 2 });
  expect(await tell(2)).toMatchObject({ sent: 0, unchanged: 2 });
  const corrected: Report = {
    ...report,
    revision: 3,
    figures: { ...report.figures, 'rotation.score': { ...report.figures['rotation.score']!, value: 17 } },
  };
  await publishSample(archive, clock(), undefined, corrected);
  expect(await tell(3)).toMatchObject({ sent: 2 });
  const bodies = server.asked.slice(2).map(({ body }) => body);
  expect(bodies).toHaveLength(2);
  for (const body of bodies) {
    expect(body).toContain('CORRECTED: revision 3 replaces the message of');
    expect(body).toContain('Rotation: +6 → +17');
  }
});

it('tries the other channels where one is refused, says so, and tries that one again', async () => {
  server.answers = [answer(404, 'no_service')];
  const failure = await tell().catch((error: Error) => error);
  expect(failure).toMatchObject({
    name: 'DeliveryError',
    message: expect.stringContaining('slack: refused: the webhook of Slack answered 404 (no_service)'),
  });
  expect(inspect(failure, { depth: 10 })).not.toContain(token);
  expect(await tell()).toMatchObject({ sent: 1, before: 1 });
});

it('sends nothing where the secret cannot be read, and says which', async () => {
  const unread = channel('slack', async () => {
    throw new Error('the secret ssm:/briefing/slack cannot be read (ParameterNotFound)');
  });
  await expect(tell(1, [unread, channel('teams')])).rejects.toThrow(
    'slack: refused: the secret ssm:/briefing/slack cannot be read (ParameterNotFound)',
  );
  expect(server.asked).toHaveLength(1);
  expect(await tell()).toMatchObject({ sent: 1, before: 1 });
});
