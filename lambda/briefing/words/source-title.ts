import { providerNames, providers } from '../../providers/index.ts';

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

/** The usual name of a source, `Yahoo Finance`; its id where this code no longer has it. */
export const sourceTitle = (source: string): string => others[source] ?? titles.get(source) ?? source;
