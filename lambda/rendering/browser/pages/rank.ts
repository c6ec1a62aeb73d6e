import type { Compared } from '../../../catalogue/compare.ts';
import { quarterOf, shards } from '../../../catalogue/history.ts';
import { spreadsOf } from '../../../catalogue/spreads.ts';
import { loadHistory, loadIndex } from '../data.ts';
import { el, note, section, table } from '../dom.ts';
import { quartersThere } from '../quarters.ts';

const most = 40;

/** Figures by the size of their change in their own spread of the year before: on demand, since that is a year's history. */
export function rankSection(
  all: readonly Compared[],
  session: string,
  row: (one: Compared) => readonly (Node | readonly [Node | string, string])[],
  heads: readonly (string | readonly [string, 'end'])[],
): HTMLElement {
  const button = el('button', { class: 'button', type: 'button' }, 'Rank by size');
  const out = el('div', {}, button, el('p', { class: 'hint' }, 'Loads the history of a year, about 3 MB.'));
  button.addEventListener('click', async () => {
    out.replaceChildren(note('Loading the history of all figures.'));
    const index = await loadIndex();
    const quarters = quartersThere(index?.years ?? [])
      .filter((quarter) => quarter <= quarterOf(session))
      .slice(0, 6);
    const files = await Promise.all(
      quarters.flatMap((quarter) => shards.map((shard) => loadHistory(quarter, shard))),
    );
    const spreads = spreadsOf(
      files.filter((file) => file !== null),
      session,
    );
    const ranked = all
      .flatMap((one) => {
        const spread = spreads.get(one.id);
        return one.change === null || one.change === 0 || spread === undefined
          ? []
          : [{ one, size: Math.abs(one.change) / spread }];
      })
      .sort((a, b) => b.size - a.size)
      .slice(0, most);
    out.replaceChildren(
      ranked.length === 0
        ? note('No figure has 20 sessions of history before this one to be measured by.')
        : table(
            'Largest changes',
            [...heads, ['In deviations', 'end']],
            ranked.map(({ one, size }) => [...row(one), [size.toFixed(1), 'end'] as const]),
          ),
    );
  });
  return section(
    'largest',
    'Largest changes',
    'In standard deviations of the figure over the year before',
    out,
  );
}
