import { afterAll, afterEach, beforeAll } from 'vitest';
import { simulated } from '../simulated.ts';
import { removeTemporaryFolders } from './collect.ts';
import { providerStateFrom } from './provider-state.ts';
import { ProviderServer } from './server.ts';

export interface Served {
  readonly session: string;
  /** The instant at which the providers are asked, ISO 8601 UTC. */
  readonly now: string;
  /** Sessions of history that they have. */
  readonly length?: number;
}

/**
 * Plays the providers to the tests of a file: a server from before the first test on, mended after each, stopped after the last.
 * @param take gets the server before the first test
 */
export function serveProviders(
  { session, now, length = 300 }: Served,
  take: (server: ProviderServer) => void,
): void {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await new ProviderServer(await providerStateFrom(simulated, session, now, length)).start();
    take(server);
  });
  afterEach(() => {
    server.mend();
    server.world.now = now;
  });
  afterAll(async () => {
    await server.stop();
    removeTemporaryFolders();
  });
}
