import { printed } from '../../../briefing/words/value.ts';
import { byId, familyOf } from '../../../catalogue/compare.ts';
import { hashOf, replaceState, stateOf, whenever } from '../address.ts';
import { at, loadFigures, loadFormats, loadIndex, loadList } from '../data.ts';
import { app, el, field, link, note, table } from '../dom.ts';

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
    const newest = await loadFigures(list.session, list.revision);
    const values = newest === null ? new Map() : byId(newest);
    const wanted = input.value.trim().toLowerCase();
    const all = Object.values(list.methods).flatMap(({ definition, figures }) =>
      Object.keys(figures).map((id) => ({ id, definition })),
    );
    const found = all
      .filter(({ id, definition }) => `${id} ${definition}`.toLowerCase().includes(wanted))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const families = Map.groupBy(found, ({ id }) => familyOf(id));
    const row = ({ id, definition }: (typeof found)[number]) => {
      const of = values.get(id);
      const text = of === undefined ? '' : printed(id, { value: of.side.value, unit: of.unit }, formatOf);
      const name = link(id, at(`figure.html#${hashOf({ id })}`));
      const cell = el('span', {}, name, el('span', { class: 'meaning' }, definition));
      return [[cell, 'wide'] as const, [text, 'end'] as const];
    };
    out.replaceChildren(
      note(`${found.length} of ${all.length} figures, as of ${list.session}`),
      ...[...families].map(([family, of]) => {
        const made = el(
          'details',
          { class: 'family' },
          el('summary', {}, family, el('span', { class: 'hint' }, ` ${of.length}`)),
        );
        const open = () =>
          made.children.length === 1 && made.append(table(family, ['Figure', ['Value', 'end']], of.map(row)));
        made.addEventListener('toggle', () => made.open && open());
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
