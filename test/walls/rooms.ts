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
  'providers',
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

/** The room of a file; below zero where it is in none. */
export const roomOf = (path: string): number =>
  (rooms as readonly string[]).indexOf(path.split('/')[0] ?? '');

/** Files that compute and nothing else: no clock, network, disk, environment or randomness. */
export function isPure(path: string): boolean {
  return (
    /^(archive-layout|outside-text|errors|counted|config)\.ts$/.test(path) ||
    /^(editions|providers|calendar|series|analytics|quality|market-data|report|figures|briefing|catalogue)\//.test(
      path,
    ) ||
    /^rendering\/(charts|view)\//.test(path) ||
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
