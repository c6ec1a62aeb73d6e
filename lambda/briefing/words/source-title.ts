import { providerNames, providers } from '../../sources/providers/index.ts';

/** Sources that are no provider's. */
const others: Readonly<Record<string, string>> = {
  folder: 'your own files',
  simulated: 'a simulated market',
};

const titles = new Map(
  providerNames.flatMap((name) =>
    Object.keys(providers[name].sources).map((source) => [source, providers[name].title] as const),
  ),
);

/** The name of a source as readers know it, `Yahoo Finance`; as it is written where this code knows it no more. */
export const sourceTitle = (source: string): string => others[source] ?? titles.get(source) ?? source;
