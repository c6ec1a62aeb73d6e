import { describe, expect, it } from 'vitest';
import { ArchiveUnavailable } from '../../../lambda/errors.ts';
import { rebuild } from '../../../lambda/runs/rebuild.ts';
import { type SettleInput, settle } from '../../../lambda/steps/settle.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const ended = '2026-09-25T21:45:14.000Z';
const evening: SettleInput = {
  run: 'evening',
  execution: 'evening-1',
  started: '2026-09-25T21:45:02.123Z',
  scheduledTime: '2026-09-25T21:45:00Z',
  plan: { status: 'go', session: '2026-09-25', seconds: 0.4 },
  collect: { seconds: 8.2, looks: 1, series: { asked: 64, answered: 62, fellBack: 3, retried: 2 } },
  analyse: { seconds: 1.1 },
  publish: { status: 'published', revision: 1, seconds: 2 },
  deliver: { sent: 2, before: 0, unchanged: 1, seconds: 1.5 },
};
const gate = {
  Error: 'GateError',
  Cause: JSON.stringify({ errorMessage: 'no briefing for 2026-09-25: TNA has no bar of 2026-09-25' }),
};

async function settled(input: SettleInput, archive = new MemoryArchive(), clock = ended) {
  const ports = { archive, clock: () => clock, measure: () => undefined };
  const failed = await settle(input, ports).then(
    () => null,
    (error: Error) => error.message,
  );
  const texts = archive.texts();
  const month = texts['data/runs/2026-09.js'] ?? '';
  const { runs } = JSON.parse(month.slice('archive.runs('.length, -3));
  return { failed, texts, runs, run: runs[0] };
}

describe('a run at its end is a row of the ledger', () => {
  it('when it published: what came, how long each step took, who was sent what', async () => {
    const { failed, run, texts } = await settled(evening);
    expect(failed).toBeNull();
    expect(run).toEqual({
      id: 'evening-1',
      run: 'evening',
      session: '2026-09-25',
      from: null,
      scheduled: '2026-09-25T21:45:00.000Z',
      started: '2026-09-25T21:45:02.123Z',
      ended,
      outcome: 'published',
      revision: 1,
      why: '',
      problems: [],
      steps: [
        ['plan', 0.4],
        ['collect', 8.2],
        ['analyse', 1.1],
        ['publish', 2],
        ['deliver', 1.5],
      ],
      looks: 1,
      series: { asked: 64, answered: 62, fellBack: 3, retried: 2 },
      messages: { sent: 2, before: 0, unchanged: 1 },
      sessions: null,
    });
    expect(Object.keys(texts)).toEqual([
      'data/runs/2026-09.js',
      'data/runs/index.js',
      'runs/2026-09-25/evening-1.json',
    ]);
  });

  it.each<[string, Partial<SettleInput>, string, object]>([
    [
      'gave up the wait for late data',
      { collect: { looks: 4, series: null }, publish: undefined, deliver: undefined, failure: gate },
      'refused',
      {
        revision: null,
        looks: 4,
        why: 'GateError: no briefing for 2026-09-25: TNA has no bar of 2026-09-25',
      },
    ],
    [
      'met a holiday',
      {
        plan: {
          status: 'no session',
          session: null,
          reason: 'no session: 2026-09-07 is Labor Day, and the exchange is closed',
        },
        collect: undefined,
        publish: undefined,
        deliver: undefined,
      },
      'no session',
      { session: null, series: null, messages: null, why: expect.stringContaining('Labor Day') },
    ],
    [
      'had nothing more to wait for',
      { plan: { status: 'already final', session: null, reason: 'final since r1' }, publish: undefined },
      'final',
      { why: 'final since r1' },
    ],
    [
      'found the same published',
      { publish: { status: 'already published', revision: 1 } },
      'unchanged',
      { revision: 1 },
    ],
    [
      'failed, and said where the archive lies',
      { publish: undefined, failure: { Error: 'ArchiveError', Cause: 'memory:reports/x is damaged' } },
      'failed',
      { why: 'ArchiveError: reports/x is damaged', revision: null, problems: [] },
    ],
    [
      'published without its PDF, and told not everybody',
      { renderFailure: { Error: 'RenderError', Cause: 'no browser' }, deliverFailure: { Error: 'X' } },
      'published',
      {
        problems: [
          { part: 'pdf', why: 'RenderError: no browser' },
          { part: 'messages', why: 'X:' },
        ],
      },
    ],
    [
      'named an account, a reader and a folder, which the ledger leaves out',
      {
        deliverFailure: {
          Error: 'DeliveryError',
          Cause:
            'mail: refused: arn:aws:sts::123456789012:assumed-role/deliver/run of 123456789012 may not write to ann@example.org ' +
            '(reader mail-0123456789abcdef), see /home/ann/data/market/IWM.csv and https://example.org/a/b',
        },
      },
      'published',
      {
        problems: [
          {
            part: 'messages',
            why:
              'DeliveryError: mail: refused: an AWS resource of an account may not write to an address ' +
              '(a reader), see IWM.csv and https://example.org/a/b',
          },
        ],
      },
    ],
  ])('when it %s', async (_, change, outcome, more) => {
    const { run } = await settled({ ...evening, ...change } as SettleInput);
    expect(run).toMatchObject({ outcome, ...more });
  });

  it('once, however often its last step is tried, as its first try found it', async () => {
    const archive = new MemoryArchive();
    await settled(evening, archive);
    const { runs } = await settled(evening, archive, '2026-09-25T22:00:00.000Z');
    expect(runs).toHaveLength(1);
    expect(runs[0].ended).toBe(ended);
  });

  it('in any order and overlap the same bytes, which a rebuild makes again', async () => {
    const inputs = Array.from({ length: 12 }, (_, at) => ({
      ...evening,
      execution: `run-${at}`,
      started: `2026-09-${String(at + 10)}T21:45:0${at % 3}.000Z`,
    }));
    const [ahead, back] = [new MemoryArchive([1]), new MemoryArchive([3, 1, 2, 0])];
    for (const input of inputs) await settled(input, ahead);
    await Promise.all(inputs.toReversed().map((input) => settled(input, back)));
    expect(back.texts()).toEqual(ahead.texts());
    await back.update('data/runs/2026-09.js', () => Buffer.from('archive.runs({});\n'));
    await rebuild(back);
    expect(back.texts()).toEqual(ahead.texts());
  });

  it('whose ledger cannot be written fails with that, beside what failed before', async () => {
    class Down extends MemoryArchive {
      override putNew(): Promise<boolean> {
        return Promise.reject(new ArchiveUnavailable('S3 is down'));
      }
    }
    const ports = { archive: new Down(), clock: () => ended, measure: () => undefined };
    await expect(settle(evening, ports)).rejects.toThrow('S3 is down');
    await expect(settle({ ...evening, publish: undefined, failure: gate }, ports)).rejects.toMatchObject({
      name: 'RunFailed',
      message: expect.stringMatching(/^not published: GateError: .*; not in the ledger of runs: S3 is down$/),
    });
  });
});

describe('an evening is in order', () => {
  const measured = async (input: SettleInput) => {
    const found: [string, number][] = [];
    const measure = (name: string, value: number) => void found.push([name, value]);
    await settle(input, { archive: new MemoryArchive(), clock: () => ended, measure }).catch(() => null);
    return found;
  };
  const nothing = { plan: { status: 'no session', session: null }, publish: undefined } as const;

  it.each<[string, SettleInput]>([
    ['published', evening],
    ['found the same published', { ...evening, publish: { status: 'already published', revision: 1 } }],
    ['published without a PDF', { ...evening, renderFailure: { Error: 'RenderError' } }],
    ['had no session to brief', { ...evening, ...nothing }],
    ['was the final run of the evening', { ...evening, run: 'final' }],
  ])('when the run %s', async (_, input) => {
    expect(await measured(input)).toEqual([['eveningInOrder', 1]]);
  });

  it.each<[string, SettleInput]>([
    ['failed', { ...evening, publish: undefined, failure: gate }],
    ['failed before it had a session', { ...evening, ...nothing, failure: gate }],
    ['lost its revision to another', { ...evening, publish: { status: 'taken', revision: 1 } }],
    ['was another than that of an evening', { ...evening, run: 'manual' }],
  ])('is not said when the run %s', async (_, input) => {
    expect(await measured(input)).toEqual([]);
  });
});

it('a run fails with everything that went wrong, a sentence each', async () => {
  const { failed } = await settled({
    ...evening,
    publish: { status: 'published', revision: 1, siteFailure: { Error: 'SiteError', Cause: '{"no":1}' } },
    renderFailure: { Error: 'RenderError', Cause: '{"errorMessage":"no browser"}' },
    deliverFailure: {},
  });
  expect(failed).toBe(
    'published without its PDF: RenderError: no browser; ' +
      'published, but the site’s pages are not up to date: SiteError: {"no":1}; ' +
      'published, but not every message was sent: unknown error: ',
  );
});

describe('the last step of a run', () => {
  const ports = (archive = new MemoryArchive()) => ({
    archive,
    clock: () => ended,
    measure: () => undefined,
  });

  it('answers what was published, or why nothing was', async () => {
    expect(await settle(evening, ports())).toEqual(evening.publish);
    const { publish: _, ...rest } = evening;
    const closed = { status: 'no session', session: null, reason: 'the exchange was closed' };
    expect(await settle({ ...rest, plan: closed }, ports())).toEqual({
      status: 'the exchange was closed',
      revision: null,
    });
    const plan = { status: 'no session', session: null };
    expect(await settle({ ...rest, plan }, ports())).toEqual({ status: 'nothing to do', revision: null });
  });

  it('may be tried again where only the ledger could not be written', async () => {
    const down = new MemoryArchive();
    down.putNew = () => Promise.reject(new ArchiveUnavailable('S3 is down'));
    await expect(settle(evening, ports(down))).rejects.toThrow(ArchiveUnavailable);
    const failing = settle(
      { ...evening, deliverFailure: { Error: 'DeliveryError', Cause: 'busy' } },
      ports(down),
    );
    await expect(failing).rejects.toThrow(/DeliveryError: busy; not in the ledger of runs: S3 is down/);
  });
});
