import { tna } from '../../lambda/editions/tna.ts';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import type { Payload, Source } from '../../lambda/sources/source.ts';

const made = simulatedSource();
/** The market's files up to a day, of the days that were asked for last: one day has 14 MB. */
const files = new Map<string, Promise<readonly Payload[]>>();
const days = 3;

/** The built-in simulated market, made once for all suites that share a process: the same bytes each time. */
export const simulated: Source = {
  ...made,
  async collect(request) {
    const { edition, through, now } = request;
    const all = files.get(through) ?? made.collect({ ...request, edition: tna });
    files.delete(through);
    files.set(through, all);
    for (const day of [...files.keys()].slice(0, -days)) files.delete(day);
    const wanted = new Set([
      ...edition.symbols.map(({ symbol }) => `bars:${symbol}`),
      ...edition.macro.map(({ series }) => `macro:${series}`),
    ]);
    return (await all).flatMap((payload) =>
      wanted.has(payload.key) ? [{ ...payload, fetchedAt: now }] : [],
    );
  },
};
