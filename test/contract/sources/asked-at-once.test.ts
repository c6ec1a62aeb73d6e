import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import {
  collectFrom,
  listedFolder,
  removeTemporaryFolders,
  smallEdition,
} from '../../support/provider/collect.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:50:00Z';

let server: ProviderServer;
beforeAll(async () => {
  server = await new ProviderServer(await providerStateFrom(simulated, session, now)).start();
});
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

/** An archive that does not answer about earlier snapshots until every macro series was asked for: two daily ones in one request, and two alone. */
class ReluctantArchive extends FolderArchive {
  override async list(prefix: string): Promise<readonly string[]> {
    while (prefix.startsWith('snapshots/') && server.askedOf('fredgraph').length < 3) await sleep(5);
    return super.list(prefix);
  }
}

it('requests the macro series before the archive has answered', async () => {
  const archive = new ReluctantArchive(listedFolder());
  const collected = await collectFrom(server, { session, now, archive });
  for (const { series } of smallEdition.macro)
    expect(collected.of(`macro:${series}`), series).toMatchObject({
      fromArchive: false,
      rows: expect.any(Number),
    });
});
