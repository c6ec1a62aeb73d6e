import type { Archive } from '../archive/archive.ts';
import { NothingKept } from '../errors.ts';
import { type Holding, holdingsOf, type Origin } from '../runtime/holdings.ts';
import type { CollectRequest } from '../sources/source.ts';

/** Says what an archive does hold, where it holds nothing that `--offline` can use. */
export async function whyNothingKept(
  archive: Archive,
  { edition, session }: Pick<CollectRequest, 'edition' | 'session'>,
): Promise<NothingKept> {
  const place = archive.locate('');
  const holdings = await holdingsOf(archive, edition.id, session);
  const out = `--archive ${place.replace(/(?<=.)[\\/]$/, '')}`;
  const of = holdings.filter((one) => one.session === session);
  const [first] = of;
  if (first !== undefined)
    return new NothingKept(
      `--offline takes what providers gave, and ${place} holds ${session} ${from[first.origin]}`,
      {
        hint: `npm run briefing -- replay --session ${session} ${out} rebuilds what is published there.`,
      },
    );
  return new NothingKept(
    `--offline takes what providers gave, and ${place} holds ${rest(holdings, session)}`,
    {
      hint: 'Run once without --offline, or name another archive with --archive or another session with --session.',
    },
  );
}

const from: Readonly<Record<Origin, string>> = {
  files: 'from CSV files',
  simulated: 'from the simulated market',
  'another edition': 'for another edition',
  providers: 'without a series that is understood',
};

/** What there is of other sessions. */
function rest(holdings: readonly Holding[], session: string): string {
  const live = holdings.filter(({ origin }) => origin === 'providers');
  const [first, last] = [live[0]?.session, live.at(-1)?.session];
  if (first !== undefined)
    return first > session
      ? `nothing up to ${session}: it begins with ${first}`
      : `nothing that serves ${session}: its newest is ${last}`;
  const [any] = holdings;
  return any === undefined ? 'nothing yet' : `nothing of theirs, only sessions ${from[any.origin]}`;
}
