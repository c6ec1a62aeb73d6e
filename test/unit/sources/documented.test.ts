import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formulas, methodPages } from '../../../lambda/briefing/sections/methods/formulas.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { calendarsOf } from '../../../lambda/sources/live/kinds/events.ts';
import type { SeriesKind } from '../../../lambda/sources/parsing/parsed.ts';
import { isGrowing } from '../../../lambda/sources/providers/fredgraph/fetch.ts';
import { routesTo } from '../../../lambda/sources/providers/routes.ts';

const docs = join(import.meta.dirname, '../../../docs');

/** The orders of docs/providers.md, by the first words of their row. */
const orders = new Map(
  readFileSync(join(docs, 'providers.md'), 'utf8')
    .split('## The order in which they are asked')[1]
    ?.split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) => {
      const [, series = '', order = ''] = line.split('|').map((cell) => cell.trim());
      const names = [...order.matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? '');
      return [series.replace(/ \(.*/, '').replaceAll('`', ''), names] as const;
    }),
);

const symbols = tna.symbols.map(({ symbol }) => symbol);
const sourcesTo = (kind: SeriesKind, series: string): readonly string[] =>
  routesTo(kind, series).map(({ source }) => source);
const bars = symbols.map((symbol) => sourcesTo('bars', symbol));
const macro = tna.macro.map(({ series }) => ({ series, chain: sourcesTo('macro', series) }));

describe('the order of providers in docs/providers.md', () => {
  it.each<[row: string, chains: readonly (readonly string[])[]]>([
    ['prices', bars.filter(([first]) => first !== 'cboe-index')],
    ['volatility indices', bars.filter(([first]) => first === 'cboe-index')],
    [
      'macro',
      macro.filter(({ series }) => !isGrowing(series) && series !== 'VIXCLS').map(({ chain }) => chain),
    ],
    ['ICE spreads', macro.filter(({ series }) => isGrowing(series)).map(({ chain }) => chain)],
    ['VIXCLS', macro.filter(({ series }) => series === 'VIXCLS').map(({ chain }) => chain)],
    ['earnings dates', [sourcesTo('events', 'earnings')]],
    ['release dates', [sourcesTo('events', 'releases')]],
    ['dates of the BLS', [sourcesTo('events', 'bls')]],
    ['dates of the BEA', [sourcesTo('events', 'bea')]],
    ['dates of the Board', [sourcesTo('events', 'fed')]],
  ])('is the one in which they are asked: %s', (row, chains) => {
    const order = orders.get(row) ?? [];
    for (const chain of chains) expect(order.filter((name) => chain.includes(name))).toEqual(chain);
    expect([...new Set(chains.flat())].toSorted()).toEqual(order.toSorted());
  });

  it('is documented for every kind of series', () => {
    expect(calendarsOf('2026-11-25')).toEqual(['releases', 'earnings', 'bls', 'bea', 'fed']);
    expect(calendarsOf('2025-12-31')).toEqual(['releases', 'earnings']);
    expect(orders.size).toBe(10);
  });
});

it('says in the briefing what every page of docs/methods is about, and of none that is not there', () => {
  const words = JSON.stringify(formulas({} as Parameters<typeof formulas>[0]));
  for (const about of Object.values(methodPages)) expect(words).toContain(about);
  const pages = readdirSync(join(docs, 'methods')).filter((page) => page !== 'README.md');
  expect(Object.keys(methodPages).toSorted()).toEqual(pages.toSorted());
});
