import type { Edition, SymbolMark } from '../../../editions/edition.ts';
import { providerNames, providers } from '../../../providers/index.ts';
import type { Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { listOf, plainSentence } from '../plain.ts';

/** What a report uses, as the terms ask for it. */
interface Used {
  readonly sources: ReadonlySet<string>;
  readonly publishers: ReadonlySet<string>;
  readonly symbols: ReadonlySet<string>;
}

interface Term {
  readonly applies: (used: Used) => boolean;
  readonly words: string;
}

const publicDomain = [
  'Bureau of Labor Statistics',
  'Bureau of Economic Analysis',
  'Census Bureau',
  'Federal Reserve Board',
  'Department of Labor',
] as const;

/** The sentences of the providers, each with the sources that it holds for. */
const attributions: readonly Term[] = [
  ...new Set(providerNames.flatMap((name) => providers[name].attribution ?? [])),
].map((words) => {
  const owners = providerNames.filter((name) => providers[name].attribution === words);
  const names = new Set(owners.flatMap((name) => Object.keys(providers[name].sources)));
  return { words, applies: ({ sources }) => [...sources].some((source) => names.has(source)) };
});

const isFromFred = ({ sources }: Used): boolean =>
  [...Object.keys(providers.fred.sources), ...Object.keys(providers.fredgraph.sources)].some((name) =>
    sources.has(name),
  );

const publisher =
  (...names: readonly string[]) =>
  ({ publishers }: Used) =>
    names.some((name) => publishers.has(name));

const uses =
  (mark: SymbolMark) =>
  ({ symbols }: Used) =>
    mark.symbols.some((symbol) => symbols.has(symbol));

/** Attributions and terms, each with when it applies. Publishers' own words where they ask for them. */
const termsOf = ({ marks }: Edition): readonly Term[] => [
  {
    applies: (used) => !isFromFred(used) && used.publishers.size > 0,
    words:
      'Macro series carry the names of FRED®, Federal Reserve Bank of St. Louis, which collects them from the publishers named below; it does not endorse this product.',
  },
  {
    applies: publisher(...publicDomain),
    words:
      'Series of the Bureau of Labor Statistics, the Bureau of Economic Analysis, the Census Bureau, the Department of Labor and the Federal Reserve Board are in the public domain.',
  },
  {
    applies: publisher('New York Fed', 'Philadelphia Fed', 'Dallas Fed', 'Chicago Fed', 'St. Louis Fed'),
    words:
      'Surveys and indices of the Federal Reserve Banks are theirs, cited with their source; the regional composite is made here from them and is not the ISM index.',
  },
  {
    applies: publisher('University of Michigan'),
    words: 'Surveys of Consumers: © University of Michigan; for personal use.',
  },
  { applies: publisher("Moody's"), words: "Baa corporate yields: © Moody's; for personal use." },
  {
    applies: publisher('ICE BofA'),
    words:
      'ICE BofA index data: © ICE Data Indices, LLC; for personal use. FRED keeps three rolling years of them.',
  },
  {
    applies: (used) => publisher('Cboe')(used) || uses(marks.volatility)(used),
    words: marks.volatility.words,
  },
  ...attributions,
  {
    applies: uses(marks.indices),
    words: marks.indices.words,
  },
];

/** The terms under which what is on these pages may be used. */
export function terms({ header, edition }: Context): Prose {
  if (header.simulated)
    return listOf('methods.terms', 'Terms', [
      plainSentence('Simulated market: no price and no macro figure here is real, and none has an owner.'),
    ]);
  const keys = new Set(header.provenance.map(({ key }) => key));
  const used: Used = {
    sources: new Set(header.provenance.map((entry) => entry.source)),
    publishers: new Set(
      edition.macro.filter(({ series }) => keys.has(`macro:${series}`)).map((spec) => spec.publisher),
    ),
    symbols: new Set(
      edition.symbols.filter(({ symbol }) => keys.has(`bars:${symbol}`)).map(({ symbol }) => symbol),
    ),
  };
  return listOf(
    'methods.terms',
    'Terms and attributions',
    termsOf(edition)
      .filter(({ applies }) => applies(used))
      .map(({ words }) => plainSentence(words)),
  );
}
