import { tna } from '../../lambda/editions/tna.ts';
import { providerNames, providers } from '../../lambda/providers/index.ts';
import { systemClock } from '../../lambda/sources/http/clock.ts';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import {
  type CollectOptions,
  collectFrom,
  goodKeys,
  removeTemporaryFolders,
} from '../support/provider/collect.ts';
import { faults } from '../support/provider/faults.ts';
import { providerStateFrom } from '../support/provider/provider-state.ts';
import { ProviderServer } from '../support/provider/server.ts';
import { type Measured, timed } from './report.ts';

/** A whole collection in real time, from providers that are played here: each answering in a second, and none at all. */
export async function timeProviders({ session }: { session: string }): Promise<Measured[]> {
  const now = `${session}T23:30:00Z`;
  const server = await new ProviderServer(await providerStateFrom(simulatedSource(), session, now)).start();
  const options: CollectOptions = {
    session,
    now,
    edition: tna,
    providers,
    patience: 75_000,
    clock: systemClock(now),
  };
  const collect = async (keys: CollectOptions['keys']) =>
    (await timed(() =>
      collectFrom(server, { ...options, ...(keys === undefined ? {} : { keys }) }).catch(() => null),
    )) / 1000;
  try {
    server.delay = 1000;
    const keyless = await collect({});
    const keyed = await collect(goodKeys);
    for (const name of providerNames) server.break(name, faults.hangs);
    const hanging = await collect(goodKeys);
    return [
      {
        what: 'collecting, each answer after a second, without a key',
        value: keyless,
        unit: 's',
        target: 15,
      },
      { what: 'collecting, each answer after a second, with every key', value: keyed, unit: 's', target: 15 },
      { what: 'collecting, everybody hangs, with every key', value: hanging, unit: 's', target: 90 },
    ];
  } finally {
    await server.stop();
    removeTemporaryFolders();
  }
}
