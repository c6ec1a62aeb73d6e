import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SNSClient } from '@aws-sdk/client-sns';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Of } from '../../../lambda/archive/bytes.ts';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { addToIndex } from '../../../lambda/archive/index.ts';
import { readRevision } from '../../../lambda/archive/revisions.ts';
import { indexEntryOf } from '../../../lambda/catalogue/index-entry.ts';
import { pseudonym } from '../../../lambda/delivery/addresses.ts';
import { chatNotifier } from '../../../lambda/delivery/chat/notifier.ts';
import type { Notifier } from '../../../lambda/delivery/notifier.ts';
import { mailNotifier } from '../../../lambda/delivery/ses.ts';
import { topicNotifier } from '../../../lambda/delivery/sns.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { deliver } from '../../../lambda/steps/deliver.ts';
import { resend } from '../../../lambda/steps/resend.ts';
import { mailSettings } from '../../support/mail.ts';
import { sample as of, publishSample } from '../../support/published-sample.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const report = sampleReport();
/** Every byte there is: a real PDF is compressed. */
const pdf = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from(Array.from({ length: 512 }, (_, at) => at % 256)),
]);
const readers = ['ann@example.org', 'bob@example.org', 'cy@example.org'];
const clock = () => '2026-01-02T12:00:00.000Z';

/** How the mail service takes one request. */
type Mood =
  | 'well'
  | 'names the reader'
  | 'refuses'
  | 'throttles'
  | 'is busy'
  | 'takes it and is lost'
  | 'takes it and breaks';

const refusals: Readonly<Partial<Record<Mood, readonly [status: number, error: string]>>> = {
  refuses: [400, 'MessageRejected'],
  'names the reader': [
    400,
    'MessageRejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: ANN@Example.org, other@example.org',
  ],
  throttles: [429, 'TooManyRequestsException'],
  'is busy': [503, 'ServiceUnavailable'],
  'takes it and breaks': [500, 'InternalFailure'],
};

function refuse(response: ServerResponse, [status, error]: readonly [number, string]): void {
  response
    .writeHead(status, { 'x-amzn-errortype': error.split(':')[0] ?? error })
    .end(`{"message":"${error}"}`);
}

interface Asked {
  readonly FromEmailAddress: string;
  readonly ConfigurationSetName?: string;
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly Content: { readonly Raw: { readonly Data: string } };
}

/** SES by its published protocol, at a local address: what it took, and how it feels about the next request. */
class MailService {
  readonly taken: Asked[] = [];
  moods: Mood[] = [];
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<SESv2Client> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' };
    return new SESv2Client({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get readers(): string[] {
    return this.taken.map(({ Destination }) => Destination.ToAddresses.join());
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request) body += part;
    const mood = this.moods.shift() ?? 'well';
    const refusal = refusals[mood];
    if (mood !== 'takes it and breaks' && refusal !== undefined) {
      refuse(response, refusal);
      return;
    }
    this.taken.push(JSON.parse(body));
    if (refusal !== undefined) {
      refuse(response, refusal);
      return;
    }
    if (mood === 'takes it and is lost') request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"m-1"}');
  }
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let archive: FolderArchive;
let service: MailService;
let notifier: Notifier;

beforeEach(async () => {
  folder = await temporaryFolder();
  archive = new FolderArchive(folder.path);
  await publishSample(archive, clock(), pdf);
  service = new MailService();
  const client = await service.start();
  const configurationSet = 'told-of-bounces';
  notifier = mailNotifier({
    client,
    region: 'us-east-1',
    recipients: readers,
    configurationSet,
    ...mailSettings,
  });
});
afterEach(async () => {
  await service.stop();
  await folder.dispose();
});

const tell = () => deliver(of, { archive, notifiers: [notifier], clock });

describe('mail about a published revision', () => {
  it('goes to each reader alone, with the front page in brief and the PDF', async () => {
    expect(await tell()).toEqual({ sent: 3, before: 0, unchanged: 0 });
    expect(service.readers).toEqual(readers);
    const [{ FromEmailAddress, Content }] = service.taken as [Asked];
    const mail = await PostalMime.parse(Buffer.from(Content.Raw.Data, 'base64'));
    expect(FromEmailAddress).toBe('desk@example.org');
    expect(service.taken[0]?.ConfigurationSetName).toBe('told-of-bounces');
    expect(mail.to).toEqual([{ name: '', address: readers[0] }]);
    const verdict = report.front.verdict.parts
      .map((part) => (typeof part === 'string' ? part : part.text))
      .join('');
    const text = (mail.text ?? '').replace(/\s+/g, ' ');
    expect(text).toContain(verdict.replace(/\s+/g, ' '));
    expect(text).toContain('Information, not advice.');
    for (const { label } of report.front.keys) expect(text).toContain(label);
    expect(mail.html).toMatch(/^<!doctype html>/);
    const attached = mail.attachments.filter(({ disposition }) => disposition === 'attachment');
    expect(attached.map(({ filename }) => filename)).toEqual([
      `${report.edition.id}-${of.session}-r${of.revision}.pdf`,
    ]);
    expect(sha256Of(new Uint8Array(attached[0]!.content as ArrayBuffer))).toBe(sha256Of(pdf));
  });

  it('that is refused with a name of its reader says it nowhere', async () => {
    service.moods = ['names the reader', 'well', 'well'];
    const error = await tell().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'DeliveryError',
      message: expect.stringMatching(/reader mail-[0-9a-f]{16}/),
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/@example/i);
  });

  it('that waits for final prices is sent to no reader before, except by hand', async () => {
    const due = vi.fn((_session: string, _now: string) => false);
    const waiting = { archive, notifiers: [{ ...notifier, isDue: due }], clock };
    expect(await deliver(of, waiting)).toEqual({ sent: 0, before: 0, unchanged: 0 });
    expect(due).toHaveBeenCalledWith(of.session, clock());
    expect(await archive.list('receipts/')).toEqual([]);
    const again = pseudonym('mail', readers[0]!);
    expect(await resend({ session: of.session, again }, waiting)).toMatchObject({ sent: 1 });
  });

  it('goes once, however often the step runs', async () => {
    await tell();
    expect(await tell()).toEqual({ sent: 0, before: 3, unchanged: 0 });
    expect(service.readers).toEqual(readers);
  });

  it('goes once when two runs of the step meet', async () => {
    const outcomes = await Promise.allSettled([tell(), tell()]);
    // One may find a message under way and cannot know how it ends; it says so instead of sending a second.
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'DeliveryError' });
    expect([...service.readers].sort()).toEqual(readers);
  });

  it.each(['refuses', 'throttles', 'is busy'] as const)(
    'when the service %s goes to the others, and to the one at the next attempt',
    async (mood) => {
      service.moods = ['well', mood, 'well'];
      await expect(tell()).rejects.toMatchObject({
        name: 'DeliveryError',
        message: expect.stringMatching(/^1 of/),
      });
      expect(service.readers).toEqual([readers[0], readers[2]]);
      expect(await tell()).toEqual({ sent: 1, before: 2, unchanged: 0 });
      expect([...service.readers].sort()).toEqual(readers);
    },
  );

  it.each(['takes it and is lost', 'takes it and breaks'] as const)(
    'that may have gone, since the service %s, is not sent again, and the run says so',
    async (mood) => {
      service.moods = [mood];
      await expect(tell()).rejects.toMatchObject({
        message: expect.stringContaining('may have been sent'),
        cause: expect.any(Error),
      });
      await expect(tell()).rejects.toMatchObject({ message: expect.stringContaining('may have been sent') });
      expect([...service.readers].sort()).toEqual(readers);
    },
  );

  it.each([1, 2, 3])('goes once when the step dies after reader %i was sent to', async (count) => {
    let left = count;
    const dying: Notifier = {
      ...notifier,
      send: async (dispatch, reader) => {
        const name = await notifier.send(dispatch, reader);
        left -= 1;
        // What a killed process leaves: sent, and no receipt written after.
        return left === 0 ? new Promise<never>(() => undefined) : name;
      },
    };
    const dead = deliver(of, { archive, notifiers: [dying], clock });
    await Promise.race([dead, until(() => service.taken.length === count)]);
    await expect(tell()).rejects.toMatchObject({ message: expect.stringContaining('may have been sent') });
    expect([...service.readers].sort()).toEqual(readers);
  });

  /** A later revision of the sample, and what is sent of it. */
  async function tellOf(
    revision: number,
    change: (report: Report) => void,
    printed: Uint8Array | null = pdf,
  ) {
    const changed: Report = structuredClone(report);
    change(changed);
    await publishSample(archive, clock(), printed ?? undefined, { ...changed, revision });
    return deliver({ session: of.session, revision }, { archive, notifiers: [notifier], clock });
  }
  const word = (it: Report, text: string) =>
    Object.assign(it, {
      strip: [{ label: 'prices', status: 'fresh', text }],
    });
  const shown = report.front.keys[0]!.figure;
  const move = (it: Report, by: number) => {
    const { value } = it.figures[shown]!;
    Object.assign(it.figures[shown]!, { value: Number(value) + by });
  };

  it.each<[string, (it: Report) => void, (Uint8Array | null)?]>([
    ['has other data behind the same figures', (it) => void Object.assign(it, { snapshot: 'other' })],
    ['differs in a figure below what is printed', (it) => move(it, 1e-9)],
    ['differs in a figure that the mail does not show', (it) => void delete it.figures['revisions.count']],
    ['says that provisional prices are final', (it) => void word(it, 'final')],
    ['comes without its PDF', () => undefined, null],
  ])('of a further revision that %s is not sent', async (_, change, printed = pdf) => {
    await tellOf(of.revision + 1, (it) => word(it, 'provisional'));
    service.taken.length = 0;
    expect(
      await tellOf(
        of.revision + 2,
        (it) => {
          word(it, 'provisional');
          change(it);
        },
        printed,
      ),
    ).toEqual({ sent: 0, before: 0, unchanged: 3 });
    expect(service.taken).toEqual([]);
  });

  it.each<[string, (it: Report) => void]>([
    ['a figure that is shown differs', (it) => move(it, 1)],
    ['the verdict differs', (it) => void it.front.verdict.parts.push('!')],
    ['a status differs', (it) => void Object.assign(it.figures[shown]!, { status: 'stale' })],
    ['prices are disputed', (it) => void word(it, 'two sources disagree on IWM')],
    ['it is incomplete', (it) => void Object.assign(it.marks, { incomplete: true })],
  ])('of a further revision goes to each when %s, as a correction', async (_, change) => {
    await tell();
    service.taken.length = 0;
    expect(await tellOf(of.revision + 1, change)).toMatchObject({ sent: 3, unchanged: 0 });
    expect(service.readers).toEqual(readers);
    const mail = await PostalMime.parse(Buffer.from(service.taken[0]!.Content.Raw.Data, 'base64'));
    expect(mail.subject).toContain(`CORRECTED r${of.revision + 1}`);
    expect(mail.inReplyTo).toBe('<m-1@email.amazonses.com>');
    expect(mail.text).toContain(`CORRECTED: revision ${of.revision + 1} replaces the mail of`);
  });

  it('is compared with the last that the reader was sent, not with the revision before', async () => {
    await tell();
    service.moods = ['well', 'refuses', 'well'];
    await expect(tellOf(of.revision + 1, (it) => move(it, 1))).rejects.toThrow(/^1 of/);
    // Back to what bob got: news to the two others.
    service.taken.length = 0;
    expect(await tellOf(of.revision + 2, () => undefined)).toEqual({ sent: 2, before: 0, unchanged: 1 });
    expect(service.readers).toEqual([readers[0], readers[2]]);
  });

  it('that cannot be composed is known not to be sent, by mail, topic and chat', async () => {
    const missing = report.front.keys.map((key) => ({ ...key, figure: 'no.such.figure' }));
    const broken: Report = { ...report, revision: 8, front: { ...report.front, keys: missing } };
    await publishSample(archive, clock(), pdf, broken);
    const client = { send: () => expect.unreachable('nothing is composed') } as unknown as SNSClient;
    const topic = topicNotifier({ client, topic: 'arn:aws:sns:us-east-1:1:readers' });
    const address = () => expect.unreachable('nothing is composed');
    const slack = chatNotifier({ service: 'slack', secret: 'ssm:/slack', address, site: null });
    const telling = () =>
      deliver({ session: of.session, revision: 8 }, { archive, notifiers: [notifier, topic, slack], clock });
    for (const _ of ['the first run', 'the next']) {
      const error = await telling().catch((thrown: Error) => thrown);
      expect(error).toMatchObject({ message: expect.stringMatching(/^5 of .*could not be composed/) });
      expect(error).not.toMatchObject({ message: expect.stringContaining('may have been sent') });
    }
    const states = await Promise.all(
      (await archive.list('receipts/')).map(
        async (key) => JSON.parse(`${Buffer.from((await archive.get(key))!)}`).state,
      ),
    );
    expect(states).toEqual(Array(5).fill('not sent'));
    expect(service.taken).toEqual([]);
  });

  describe('sent again by hand', () => {
    const again = (reader?: string) =>
      resend(
        {
          session: of.session,
          ...(reader === undefined ? {} : { again: pseudonym('mail', reader) }),
        },
        { archive, notifiers: [notifier], clock },
      );

    it('goes to the readers who got none', async () => {
      service.moods = ['well', 'refuses', 'well'];
      await expect(tell()).rejects.toThrow(/^1 of/);
      service.taken.length = 0;
      expect(await again()).toEqual({ ...of, sent: 1, before: 2, unchanged: 0 });
      expect(service.readers).toEqual([readers[1]]);
    });

    it('goes to the reader who is named alone, also when it is not known whether one went', async () => {
      service.moods = ['takes it and is lost', 'well', 'well'];
      await expect(tell()).rejects.toThrow(/may have been sent/);
      service.taken.length = 0;
      expect(await again(readers[0]!.toUpperCase())).toEqual({ ...of, sent: 1, before: 0, unchanged: 0 });
      expect(service.readers).toEqual([readers[0]]);
      expect(await tell()).toEqual({ sent: 0, before: 3, unchanged: 0 });
    });

    it('is not sent to a name that is no reader', async () => {
      await expect(again('zoe@example.org')).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringMatching(/^no reader is called mail-.*: name the address as it is/),
      });
      expect(service.taken).toEqual([]);
    });

    it('is not sent about what is not published, which says what was asked and what is there', async () => {
      const ports = { archive, notifiers: [notifier], clock };
      const refusal = (asked: { session: string; revision?: number }) =>
        resend(asked, ports).catch(({ name, message }) => `${name}: ${message}`);
      expect(await refusal({ session: '2025-12-24' })).toBe(
        'UsageError: no briefing of 2025-12-24 is published, so there is nothing to send: the archive has no session of 2025',
      );
      const { manifest } = await readRevision(archive, of.session, of.revision);
      await addToIndex(archive, [indexEntryOf(report, manifest)]);
      expect(await refusal({ session: '2025-12-24' })).toMatch(
        /nothing to send: the nearest of 2025 is 2025-12-31$/,
      );
      expect(await refusal({ session: of.session, revision: 7 })).toBe(
        'UsageError: r7 of 2025-12-31 is not published: there is r1',
      );
      expect(service.taken).toEqual([]);
    });
  });

  it('says what was revised since the reader’s last mail, and where that cannot be read', async () => {
    const publishOf = async (session: string, revision: number, at: string, cost?: number) => {
      const other: Report = { ...structuredClone(report), session, revision };
      if (cost !== undefined) Object.assign(other.figures['gap.TNA.21d.cost']!, { value: cost });
      await publishSample(archive, at, pdf, other);
      const { manifest } = await readRevision(archive, session, revision);
      await addToIndex(archive, [indexEntryOf(other, manifest)]);
      const now = () => at;
      return deliver({ session, revision }, { archive, notifiers: [notifier], clock: now });
    };
    const lastText = async () => {
      const mail = await PostalMime.parse(Buffer.from(service.taken.at(-1)!.Content.Raw.Data, 'base64'));
      return (mail.text ?? '').replace(/\s+/g, ' ');
    };
    const before = '2025-12-30';
    expect(await publishOf(before, 1, '2025-12-30T22:50:00.000Z')).toMatchObject({ sent: 3 });
    // In no mail's table: no message is sent that evening.
    expect(await publishOf(before, 2, '2025-12-31T13:30:00.000Z', 0.25)).toMatchObject({ unchanged: 3 });
    await tell();
    expect(await lastText()).toContain(
      'Since the mail of Tue Dec 30, 2025, 1 figure of earlier briefings was revised (Tue Dec 30).',
    );
    await archive.update('index/2025.json', () => Buffer.from('{'));
    await deliver(
      { ...of, again: pseudonym('mail', readers[0]!) },
      { archive, notifiers: [notifier], clock },
    );
    expect(await lastText()).toContain(
      'figures may have been revised: the archive could not be read for it.',
    );
  });

  it('leaves no address in the archive', async () => {
    await tell();
    const keys = await archive.list('receipts/');
    expect(keys).toHaveLength(3);
    for (const key of keys)
      expect(`${key}${Buffer.from((await archive.get(key))!)}`).not.toMatch(/@|example/);
  });

  it('is not sent without readers configured, and nothing fails', async () => {
    expect(await deliver(of, { archive, notifiers: [], clock })).toEqual({
      sent: 0,
      before: 0,
      unchanged: 0,
    });
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  // The receipt of the reader before, if any, is written by then.
  await new Promise((resolve) => setTimeout(resolve, 20));
}
