/**
 * The page's rules for charts with the light scheme's colours in place of its variables: what draws a chart as an image
 * supports no variables.
 *
 * @param tokens text of `tokens.css`, whose first block has the light scheme
 * @param charts text of `charts.css`
 * @throws Error for a variable that the scheme does not have
 */
export function flatChartStyle(tokens: string, charts: string): string {
  const scheme = tokens.slice(0, tokens.indexOf('}'));
  const colours = new Map(
    [...scheme.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return charts
    .split('\n')
    .filter((line) => line.startsWith('svg'))
    .join('\n')
    .replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => {
      const colour = colours.get(name);
      if (colour === undefined) throw new Error(`tokens.css has no --${name} for the light scheme`);
      return colour;
    });
}
