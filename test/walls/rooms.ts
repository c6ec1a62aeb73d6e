/**
 * The plan of the house. A room may import from the rooms above it in this list and from itself, never from one
 * below: data flows one way, from sources to pages.
 */
export const rooms = [
  'archive-layout.ts',
  'outside-text.ts',
  'errors.ts',
  'counted.ts',
  'editions',
  'sources/providers/NAME/provider.ts',
  'config.ts',
  'calendar',
  'series',
  'analytics',
  'quality',
  'market-data',
  'report',
  'figures',
  'briefing',
  'catalogue',
  'sources',
  'rendering',
  'archive',
  'delivery',
  'steps',
  'runs',
  'runtime',
  'aws',
  'cli',
] as const;

/**
 * The room of a file. What is known of a provider is in the provider's folder, and yet above the settings and the pages,
 * which have their lists of keys and terms from it: decision 18.
 */
export const roomOf = (path: string): number =>
  rooms.findIndex((room) =>
    room === descriptors ? isDescriptor(path) : !isDescriptor(path) && room === path.split('/')[0],
  );

const descriptors = 'sources/providers/NAME/provider.ts';
const isDescriptor = (path: string): boolean =>
  /^sources\/providers\/([\w-]+\/provider|provider|index|keys)\.ts$/.test(path);

/** Files that compute and nothing else: no clock, network, disk, environment or randomness. */
export function isPure(path: string): boolean {
  return (
    /^(archive-layout|outside-text|errors|counted|config)\.ts$/.test(path) ||
    /^(editions|calendar|series|analytics|quality|market-data|report|figures|briefing|catalogue)\//.test(
      path,
    ) ||
    /^rendering\/(charts|view)\//.test(path) ||
    isDescriptor(path) ||
    /^sources\/(parsing\/|.*\b(parse|schema)\.ts$)/.test(path)
  );
}

/** Packages that pure files may use: they compute, too. */
export const purePackages = ['zod', 'd3-array', 'd3-scale'];

/** What the pages may know of the briefing: the report's shape, and how its numbers are written. */
export const renderingSees = [
  /^report\//,
  /^briefing\/words\//,
  /^catalogue\//,
  /^(archive-layout|outside-text|errors|counted)\.ts$/,
  /^rendering\//,
];
