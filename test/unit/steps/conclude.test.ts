import { beforeEach, describe, expect, it } from 'vitest';
import { keepFailure } from '../../../lambda/archive/backfill-failures.ts';
import { writeJson } from '../../../lambda/archive/bytes.ts';
import type { Manifest } from '../../../lambda/archive/manifest.ts';
import { RunFailed } from '../../../lambda/errors.ts';
import { type ConcludeInput, conclude } from '../../../lambda/steps/conclude.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly } from '../../support/site-archive.ts';

const days = ['2025-12-29', '2025-12-30', '2025-12-31'] as const;
const ended = '2026-01-02T12:30:00.000Z';
let archive: MemoryArchive;
beforeEach(() => {
  archive = new MemoryArchive();
});

const end = (input: Partial<ConcludeInput>) =>
  conclude({ run: 'manual', execution: 'fill-1', ...input }, { archive, clock: () => ended });

/** The end of a backfill of these sessions, in two chunks. */
const endOf = (sessions: readonly string[], more: Partial<ConcludeInput> = {}) =>
  end({ plan: { session: sessions.at(-1)!, chunks: [sessions.slice(0, 1), sessions.slice(1)] }, ...more });
const publish = (...sessions: readonly string[]) =>
  publishOnly(
    archive,
    sessions.map((session) => ({ session })),
  );
const ledger = () => {
  const run = Object.entries(archive.texts()).filter(([key]) => key.startsWith('runs/'));
  expect(run).toHaveLength(1);
  return JSON.parse(run[0]![1]);
};

/** Has a published manifest say that it was compared with another report. */
async function compareWith(session: string, previous: Manifest['previous']): Promise<void> {
  await archive.update(`reports/${session}/r1/manifest.json`, (old) =>
    writeJson({ ...JSON.parse(Buffer.from(old!).toString()), previous }),
  );
}

describe('a session of a backfill', () => {
  const session = (more: Partial<ConcludeInput>) =>
    end({ run: 'backfill', plan: { session: days[0] }, ...more });
  const failure = { Error: 'GateError', Cause: '{"errorMessage":"IWM has no bar"}' };

  it('that failed leaves why under its execution', async () => {
    expect(await session({ failure })).toEqual({ status: 'failed' });
    const kept = archive.texts()[`receipts/backfill/fill-1/${days[0]}.json`]!;
    expect(JSON.parse(kept)).toMatchObject({
      session: days[0],
      failures: ['not published: GateError: IWM has no bar'],
    });
  });

  it('that went well leaves nothing, and says how it ended', async () => {
    const publish = { status: 'already published', revision: 1 };
    expect(await session({ publish })).toEqual({ status: 'already published' });
    expect(archive.texts()).toEqual({});
  });

  it('that is not known leaves nothing', async () => {
    expect(await end({ run: 'backfill', failure })).toEqual({ status: 'failed' });
    expect(archive.texts()).toEqual({});
  });
});

describe('the end of a backfill', () => {
  it('with every session published is in the ledger, and nothing failed', async () => {
    await publish(...days);
    expect(await endOf(days)).toEqual({ status: 'published', sessions: 3 });
    expect(ledger()).toMatchObject({
      ...{ run: 'backfill', outcome: 'published', session: days[2], from: days[0], why: '', ended },
      sessions: { asked: 3, there: 3, published: null },
    });
  });

  it('without a session does nothing', async () => {
    expect(await end({})).toEqual({ status: 'published', sessions: 0 });
  });

  it('fails with what failed of each session, in their order, also where nothing was kept of it', async () => {
    await publish(days[1]);
    await keepFailure(archive, 'fill-1', {
      session: days[2],
      failures: ['no PDF', 'not everybody was told'],
    });
    await keepFailure(archive, 'fill-2', { session: days[1], failures: ['of another backfill'] });
    const failed = await endOf(days).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RunFailed);
    expect((failed as RunFailed).message).toBe(
      `${days[0]} not published: see its execution; ${days[2]} no PDF; not everybody was told`,
    );
    expect(ledger()).toMatchObject({ outcome: 'failed', sessions: { asked: 3, there: 1 } });
  });

  it('fails with its own failure first', async () => {
    await publish(...days);
    const failure = { Error: 'States.Timeout', Cause: 'it took too long' };
    await expect(endOf(days, { failure })).rejects.toThrow('not published: States.Timeout: it took too long');
  });

  it('names a session that was compared with a report that is not published', async () => {
    await publish(days[0], days[1]);
    await compareWith(days[1], { session: days[0], revision: 2, sha256: 'a'.repeat(64) });
    await expect(endOf(days.slice(0, 2))).rejects.toThrow(
      `${days[1]} published, but compared with r2 of ${days[0]}, which is not: start the backfill again`,
    );
  });

  it('looks at the newest revision of a session', async () => {
    await publishOnly(archive, [{ session: days[0] }, { session: days[0], revision: 2 }]);
    await compareWith(days[0], { session: '2025-12-26', revision: 1, sha256: 'a'.repeat(64) });
    expect(await endOf(days.slice(0, 1))).toEqual({ status: 'published', sessions: 1 });
  });

  it('names forty sessions, and how many more there are', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10),
      );
    const named = async (count: number) => {
      archive = new MemoryArchive();
      const failed = await endOf(many(count)).catch((error: unknown) => error);
      return (failed as RunFailed).message.split('; ');
    };
    expect(await named(40)).toHaveLength(40);
    const more = await named(43);
    expect(more).toHaveLength(41);
    expect(more.at(-1)).toMatch(/^and 3 more, all under memory:receipts\/backfill\/fill-1\//);
  });
});
