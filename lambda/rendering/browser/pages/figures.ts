import { formatDate } from '../../../briefing/words/date.ts';
import { formatNumber } from '../../../briefing/words/number.ts';
import { printed } from '../../../briefing/words/value.ts';
import { byId, familyOf } from '../../../catalogue/compare.ts';
import { hashOf, replaceState, stateOf, whenever } from '../address.ts';
import { at, loadFigures, loadFormats, loadIndex, loadList, loadWords } from '../data.ts';
import { app, el, familyFold, field, link, note, table } from '../dom.ts';

const count = (of: number): string => formatNumber(of, 0);

/** Every figure of the newest briefing, by family: `#q=return`. */
export function figuresPage(): void {
  const input = el('input', { type: 'search', name: 'q', autocomplete: 'off' });
  const out = el('div');
  app().replaceChildren(
    el('form', { class: 'controls', role: 'search' }, field('Part of an id, or of what it means', input)),
    out,
  );
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  const draw = async (): Promise<void> => {
    const [index, list, formatOf] = await Promise.all([loadIndex(), loadList(), loadFormats()]);
    if (index === null || list === null)
      return out.replaceChildren(note('The list of figures could not be read.'));
    const words = await loadWords(index.edition);
    const newest = await loadFigures(list.session, list.revision);
    const values = newest === null ? new Map() : byId(newest);
    const wanted = input.value.trim().toLowerCase();
    const all = Object.values(list.methods).flatMap(({ definition, figures }) =>
      Object.keys(figures).map((id) => ({ id, definition })),
    );
    const found = all
      .filter(({ id, definition }) =>
        `${id} ${definition} ${words.family(familyOf(id))} ${words.claim(id)}`.toLowerCase().includes(wanted),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const families = Map.groupBy(found, ({ id }) => familyOf(id));
    const row = ({ id, definition }: (typeof found)[number]) => {
      const of = values.get(id);
      const text = of === undefined ? '' : printed(id, { value: of.side.value, unit: of.unit }, formatOf);
      const name = link(id, at(`figure.html#${hashOf({ id })}`));
      const claim = words.claim(id);
      const meaning = claim === '' ? definition : `“${claim}”: ${definition}`;
      const cell = el('span', {}, name, el('span', { class: 'meaning' }, meaning));
      return [[cell, 'wide'] as const, [text, 'end'] as const];
    };
    out.replaceChildren(
      note(`${count(found.length)} of ${count(all.length)} figures, as of ${formatDate(list.session)}`),
      ...[...families].map(([family, of]) => {
        const made = familyFold(family, words.family(family), String(of.length), () =>
          table(family, ['Figure', ['Value', 'end']], of.map(row)),
        );
        if (wanted !== '' && found.length <= 200) made.open = true;
        return made;
      }),
    );
  };
  input.addEventListener('input', () => {
    replaceState({ q: input.value });
    void draw();
  });
  whenever(() => {
    input.value = stateOf().get('q') ?? '';
    return draw();
  });
}
