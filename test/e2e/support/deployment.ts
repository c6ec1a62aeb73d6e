import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { simulated } from '../../support/simulated.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { BucketView } from './bucket.ts';
import { Cdk } from './cdk.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import { States } from './states.ts';

/** The contact that requests to providers name. */
export const contact = 'End-to-end test test@example.org';

/** The stack as it runs in the emulator, with all that is around it. */
export interface Deployment {
  readonly emulator: Emulator;
  readonly provider: ProviderServer;
  readonly cdk: Cdk;
  readonly states: States;
  readonly bucket: BucketView;
  /** ARNs of the state machines. */
  readonly machines: { readonly run: string; readonly backfill: string };
  /** A temporary folder for the tests of the deployment. */
  readonly folder: string;
  stop(): Promise<void>;
}

/**
 * Deploys the stack to an emulator of its own; the providers are played here, with a market up to the session.
 * @param more settings beside those that every test has
 */
export async function deployed(
  session: string,
  now: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Deployment> {
  const folder = await temporaryFolder();
  const world = await providerStateFrom(simulated, session, now);
  const provider = await new ProviderServer(world).start();
  provider.recalls = true;
  const emulator = await startEmulator();
  const cdk = new Cdk(emulator, folder.path);
  const stop = async () => {
    await emulator.stop();
    await provider.stop();
    await folder.dispose();
  };
  try {
    const addresses = Object.entries(provider.addresses).map(([name, origin]) => [
      `briefing.addresses.${name}`,
      origin,
    ]);
    const settings = { 'briefing.schedule.enabled': 'false', 'briefing.contact': contact, ...more };
    await Promise.all([cdk.bootstrap(), cdk.synth({ ...settings, ...Object.fromEntries(addresses) })]);
    const outputs = await cdk.deploy();
    return {
      emulator,
      provider,
      cdk,
      states: new States(emulator),
      bucket: new BucketView(emulator, outputs.ArchiveBucket ?? ''),
      machines: { run: outputs.StateMachine ?? '', backfill: outputs.BackfillMachine ?? '' },
      folder: folder.path,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
