import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { MessageNotSent, type Notifier } from '../../../lambda/delivery/notifier.ts';
import { deliver } from '../../../lambda/steps/deliver.ts';
import { sample as of, publishSample } from '../../support/published-sample.ts';
import { type MishapPlan, S3Server } from '../../support/s3-server.ts';

const readers = ['ann', 'bob', 'cy'];
const clock = () => '2026-01-02T12:00:00.000Z';

let server: S3Server;
let sent: string[];
let refuses: string | null;

const notifier: Notifier = {
  channel: 'mail',
  readers,
  async send(_, reader) {
    if (reader === refuses) throw new MessageNotSent('refused', null);
    sent.push(reader);
    return `message to ${reader}`;
  },
};

beforeEach(async () => {
  [sent, refuses] = [[], null];
  server = await new S3Server().start();
  await publishSample(open(), clock());
  server.requests.length = 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

const open = () => new S3Archive({ client: server.client(), bucket: 'archive' });
const tell = () => deliver(of, { archive: open(), notifiers: [notifier], clock });

/** From its nth request of a kind on, one receipt is out of reach; the first reader's is the first to be asked for. */
function unreachable(verb: 'GET' | 'PUT', from: number): MishapPlan {
  let receipt: string | undefined;
  let asked = 0;
  return (made, key) => {
    if (!key.startsWith('receipts/delivery/')) return null;
    receipt ??= key;
    if (key !== receipt || made !== verb) return null;
    asked += 1;
    return asked >= from ? { status: 500, code: 'InternalError' } : null;
  };
}

describe('when the archive fails a message', () => {
  it('before it is sent, the others are sent, and it is at the next attempt', async () => {
    server.plan = unreachable('GET', 1);
    await expect(tell()).rejects.toMatchObject({
      name: 'DeliveryError',
      message: expect.stringMatching(/^1 of .*mail: not sent: archive .*cannot read receipts/),
      cause: { name: 'ArchiveUnavailable' },
    });
    expect(sent).toEqual(['bob', 'cy']);
    server.plan = () => null;
    expect(await tell()).toEqual({ sent: 1, before: 2, unchanged: 0 });
    expect([...sent].sort()).toEqual(readers);
  });

  it('after it was sent, the failure says so, and none is sent twice', async () => {
    server.plan = unreachable('PUT', 2);
    await expect(tell()).rejects.toMatchObject({
      message: expect.stringMatching(
        /^1 of .*mail: sent, but this could not be noted: archive .*cannot write receipts/,
      ),
      cause: { name: 'ArchiveUnavailable' },
    });
    server.plan = () => null;
    await expect(tell()).rejects.toMatchObject({ message: expect.stringContaining('may have been sent') });
    expect(sent).toEqual(readers);
  });

  it('after it was refused, the others are still sent', async () => {
    refuses = 'ann';
    server.plan = unreachable('PUT', 2);
    await expect(tell()).rejects.toMatchObject({
      message: expect.stringMatching(/^1 of .*mail: refused: refused, but this could not be noted/),
    });
    expect(sent).toEqual(['bob', 'cy']);
  });
});

it('is sent once when two deliver at the same instant and the second has to repeat its claim', async () => {
  // The second repeats after half of 500 ms, while the first is still sending.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const slowly: Notifier = {
    ...notifier,
    send: async (dispatch, reader) => {
      await sleep(500);
      return notifier.send(dispatch, reader);
    },
  };
  const tellSlowly = () => deliver(of, { archive: open(), notifiers: [slowly], clock });
  let first: Promise<unknown> | undefined;
  server.plan = (verb, key) => {
    if (first !== undefined || verb !== 'PUT' || !key.startsWith('receipts/delivery/')) return null;
    first = tellSlowly().catch((error: Error) => error.message);
    return { status: 503, code: 'SlowDown' };
  };
  const second = await tellSlowly().catch((error: Error) => error.message);
  // Which of the two finds a message claimed by the other depends on the machine; no reader gets one twice.
  expect([second, await first].join()).toContain('may have been sent');
  expect([...sent].sort()).toEqual(readers);
});
