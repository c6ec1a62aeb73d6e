import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { describeSnapshot, hashed, keepPayloads, keepSnapshot } from '../../../lambda/archive/snapshots.ts';
import { exitCodes, keys } from '../../../lambda/archive-layout.ts';
import { failureOf } from '../../../lambda/cli/failure.ts';
import { whyNothingKept } from '../../../lambda/cli/offline.ts';
import { runCommand } from '../../../lambda/cli/run.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { NothingKept, NothingReceived } from '../../../lambda/errors.ts';
import { providerNames } from '../../../lambda/providers/index.ts';
import { openLiveSource } from '../../../lambda/runtime/live.ts';
import type { Payload } from '../../../lambda/sources/source.ts';
import {
  listedFolder,
  quickProviders,
  removeTemporaryFolders,
  smallEdition,
} from '../../support/provider/collect.ts';
import { fastClock } from '../../support/provider/fast-clock.ts';
import { withoutPauses } from '../../support/provider/without-pauses.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const now = '2026-01-01T01:30:00Z';
const request = { edition: smallEdition, session, through: session, now };
afterEach(() => vi.restoreAllMocks());
afterAll(removeTemporaryFolders);

/** A source whose providers all have one address. */
function liveAt(address: string, archive: FolderArchive, offline = false) {
  const addresses = Object.fromEntries(providerNames.map((name) => [name, address]));
  const limits = { patience: 20_000, providers: quickProviders, clock: fastClock(now, 10) };
  return openLiveSource({ archive, config: { keys: {}, addresses }, now, offline, limits });
}

const failed = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => expect.unreachable(),
    (error) => error,
  );

describe('a machine without a network', () => {
  it('is reported once, with an exit code of its own', async () => {
    const error = await failed(
      liveAt('http://127.0.0.1:1', new FolderArchive(listedFolder())).collect(request),
    );
    expect(error).toBeInstanceOf(NothingReceived);
    const { exitCode, message } = failureOf(error);
    expect(exitCode).toBe(exitCodes.unreachable);
    expect(message).toMatch(/^no provider gave anything: not reachable \(ECONNREFUSED\): all \d+ sources$/);
  });

  it('uses no daily budget where no server listens', async () => {
    const archive = new FolderArchive(listedFolder());
    await failed(liveAt('http://127.0.0.1:1', archive).collect(request));
    expect(await archive.get(keys.requests('2025-12-31'))).toBeNull();
  });

  // The machine's own name server is not asked: some take five seconds for a name that is not there.
  it.each(['EAI_AGAIN', 'ENOTFOUND'])(
    'uses up no budget of the day where no name is found: %s',
    async (code) => {
      const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((...of: unknown[]) => {
        const answered = of.at(-1) as (error: Error) => void;
        process.nextTick(() => answered(Object.assign(new Error(`getaddrinfo ${code}`), { code })));
      }) as typeof dns.lookup);
      const archive = new FolderArchive(listedFolder());
      const error = await failed(liveAt('http://no-such-host.invalid', archive).collect(request));
      expect(lookup).toHaveBeenCalled();
      expect(failureOf(error).message).toContain(`not reachable (${code})`);
      expect(await archive.get(keys.requests('2025-12-31'))).toBeNull();
    },
  );

  it('gets one reason from `sources`, then the series, and the exit code', async () => {
    let printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
    for (const name of providerNames) vi.stubEnv(`BRIEFING_URL_${name.toUpperCase()}`, 'http://127.0.0.1:1');
    try {
      const args = ['sources', '--out', listedFolder(), '--now', now];
      const code = await withoutPauses(() => runCommand(args, {}));
      expect(code).toBe(exitCodes.unreachable);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(printed.match(/not reachable/g)).toHaveLength(1);
    expect(printed).toMatch(/bars:IWM bars:SPY .*0 of \d+ series received for 2025-12-31/s);
  });

  it('counts what reached a provider that did not answer', async () => {
    const archive = new FolderArchive(listedFolder());
    const server: Server = createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.end()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await failed(liveAt(`http://127.0.0.1:${port}`, archive).collect(request));
    server.close();
    const used = JSON.parse(readFileSync(join(archive.locate(''), keys.requests('2025-12-31')), 'utf8'));
    expect(used.bls).toBeGreaterThan(0);
  });
});

describe('an archive that nothing can be taken from offline', () => {
  /** Keeps one payload as a run of some kind does. */
  async function keep(
    archive: FolderArchive,
    of: string,
    kind: 'folder' | 'simulated' | 'yahoo',
  ): Promise<void> {
    const source = simulated;
    const [first] = await source.collect({ edition: smallEdition, session, through: session, now });
    const payloads = [first as Payload].map((payload) => ({
      ...payload,
      source: kind === 'yahoo' ? 'yahoo' : 'folder',
    }));
    const about = { edition: tna.id, session: of, collectedAt: now, simulated: kind === 'simulated' };
    await keepPayloads(archive, payloads.map(hashed));
    await keepSnapshot(archive, describeSnapshot(about, payloads.map(hashed)));
  }

  it('fails as bad usage, without a request', async () => {
    const error = await failed(
      liveAt('http://127.0.0.1:1', new FolderArchive(listedFolder()), true).collect(request),
    );
    expect(error).toBeInstanceOf(NothingKept);
    expect(failureOf(error).exitCode).toBe(exitCodes.badInput);
  });

  it.each<[string, [string, 'folder' | 'simulated' | 'yahoo'][], RegExp]>([
    ['is empty', [], /holds nothing yet$/],
    ['has the session from files', [[session, 'folder']], /holds 2025-12-31 from CSV files$/],
    ['has the session simulated', [[session, 'simulated']], /holds 2025-12-31 from the simulated market$/],
    [
      'has others from files',
      [['2025-12-30', 'folder']],
      /holds nothing of theirs, only sessions from CSV files$/,
    ],
    [
      'has later ones from providers',
      [['2026-01-02', 'yahoo']],
      /holds nothing up to 2025-12-31: it begins with 2026-01-02$/,
    ],
    ['has an old one from providers', [['2025-11-03', 'yahoo']], /its newest is 2025-11-03$/],
  ])('says what it holds when it %s', async (_, held, message) => {
    const archive = new FolderArchive(listedFolder());
    for (const [of, kind] of held) await keep(archive, of, kind);
    expect((await whyNothingKept(archive, { edition: tna, session })).message).toMatch(message);
  });

  it('offers to rebuild what is there', async () => {
    const archive = new FolderArchive(listedFolder());
    await keep(archive, session, 'folder');
    const { hint } = await whyNothingKept(archive, { edition: tna, session });
    expect(hint).toContain(
      `npm run briefing -- replay --session ${session} --archive ${archive.locate('').replace(/\/$/, '')} `,
    );
  });
});
