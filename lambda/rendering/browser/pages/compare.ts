import { formatDate, formatShortDate } from '../../../briefing/words/date.ts';
import { type FormatOf, printed } from '../../../briefing/words/value.ts';
import { type Compared, type ComparedSide, compareFigures, differs } from '../../../catalogue/compare.ts';
import type { RevisionFigures } from '../../../catalogue/revision-figures.ts';
import { hashOf, replaceState, stateOf, whenever } from '../address.ts';
import { at, type FigureWords, loadFigures, loadFormats, loadHere, loadIndex, loadWords } from '../data.ts';
import { app, breakable, el, familyFold, field, idLink, link, note, section, table } from '../dom.ts';
import { rankSection } from './rank.ts';

interface Chosen {
  readonly session: string;
  readonly figures: RevisionFigures;
}

/** Any two briefings beside each other: `#a=2026-02-19&b=2026-02-20`, or `2026-02-20.1` for a revision. */
export function comparePage(): void {
  const out = el('div');
  const [a, b] = [dateField(), dateField()];
  const form = el(
    'form',
    { class: 'controls', 'aria-label': 'Sessions to compare' },
    field('From', a),
    field('To', b),
    el('button', { class: 'button', type: 'submit' }, 'Compare'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    replaceState({ a: a.value, b: b.value });
    void draw();
  });
  app().replaceChildren(form, out);
  const draw = async (): Promise<void> => {
    const state = stateOf();
    const index = await loadIndex();
    if (index === null) return out.replaceChildren(note('The index of the archive could not be read.'));
    const to = state.get('b') ?? index.newest.session;
    const from = state.get('a') ?? (await loadHere(to.slice(0, 10)))?.previous ?? to;
    [a.value, b.value] = [from.slice(0, 10), to.slice(0, 10)];
    const [first, last] = [index.years.at(-1)?.first ?? '', index.years[0]?.last ?? ''];
    for (const input of [a, b]) [input.min, input.max] = [first, last];
    const [one, other, formatOf, words] = await Promise.all([
      chosen(from),
      chosen(to),
      loadFormats(),
      loadWords(index.edition),
    ]);
    const lacking = [...(one === null ? [from] : []), ...(other === null ? [to] : [])];
    if (one === null || other === null)
      return out.replaceChildren(
        note(
          `No figures of ${lacking.join(' and ')} are in the archive. Sessions run from ${first} to ${last}.`,
        ),
      );
    out.replaceChildren(...comparison(one, other, formatOf, words));
    document.title = `${formatDate(from.slice(0, 10))} and ${formatDate(to.slice(0, 10))} compared`;
  };
  whenever(draw);
}

const dateField = (): HTMLInputElement => el('input', { type: 'date', required: '' });

/** @param wanted a session, or one of its revisions as `2026-02-20.1` */
async function chosen(wanted: string): Promise<Chosen | null> {
  const [, session, revision] = /^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$/.exec(wanted) ?? [];
  if (session === undefined) return null;
  const number = revision ?? (await loadHere(session))?.newest;
  if (number === undefined) return null;
  const figures = await loadFigures(session, Number(number));
  return figures === null ? null : { session, figures };
}

function comparison(a: Chosen, b: Chosen, formatOf: FormatOf, known: FigureWords): readonly Node[] {
  const all = compareFigures(a.figures, b.figures);
  const by = new Map(all.map((one) => [one.id, one]));
  const labels = new Map([...a.figures.keys, ...b.figures.keys].map(([label, id]) => [id, label]));
  const keys = [...labels.keys()].map((id) => by.get(id)).filter((one) => one !== undefined);
  const words = all
    .filter((one) => isWord(one) && differs(one) && !isDate(one) && !isOfBefore(one))
    .toSorted((x, y) => (x.id < y.id ? -1 : 1));
  const row = rowWith(formatOf, (id) => labels.get(id) ?? known.claim(id));
  const families = Map.groupBy(all, ({ family }) => family);
  const heads = headsOf(a, b);
  return [
    verdicts(a, b),
    section('keys', 'Key figures', 'Of the front page', table('Key figures', heads, keys.map(row))),
    words.length === 0
      ? section('words', 'Words', '', el('p', {}, 'No state and no direction differs.'))
      : section(
          'words',
          'States and directions that differ',
          '',
          table(
            'Words',
            heads.slice(0, 3),
            words.map((one) => row(one).slice(0, 3)),
          ),
        ),
    rankSection(all, b.session, row, heads),
    familySection(families, heads, row, { formatOf, known }),
  ];
}

const isWord = ({ a, b }: Compared): boolean => typeof a?.value === 'string' || typeof b?.value === 'string';
/** What a figure was on the session before is that session's. */
const isOfBefore = ({ id }: Compared): boolean => id.endsWith('.before');
const isDate = ({ unit }: Compared): boolean =>
  ['date', 'day', 'usual day', 'month', 'quarter'].includes(unit);

const headsOf = (a: Chosen, b: Chosen) =>
  ['Figure', [name(a), 'end'], [name(b), 'end'], ['Difference', 'end']] as const;

const name = ({ session, figures: { revision } }: Chosen): string =>
  `${formatShortDate(session)}, r${revision}`;

function verdicts(a: Chosen, b: Chosen): HTMLElement {
  const side = ({ session, figures }: Chosen) => {
    const marks = [figures.simulated ? 'SIMULATED' : '', figures.incomplete ? 'INCOMPLETE' : '']
      .join(' ')
      .trim();
    return el(
      'div',
      {},
      el(
        'p',
        { class: 'session' },
        link(formatDate(session), at(`reports/${session}/index.html`)),
        el(
          'span',
          { class: 'revision' },
          ` · revision ${figures.revision}${marks === '' ? '' : ` · ${marks}`}`,
        ),
      ),
      el('p', { class: 'said' }, figures.verdict),
    );
  };
  return el('div', { class: 'pair verdicts' }, side(a), side(b));
}

type Row = (one: Compared) => readonly (Node | readonly [Node | string, string])[];

/** @param labelOf words for a figure; empty where it has none but its id */
function rowWith(formatOf: FormatOf, labelOf: (id: string) => string): Row {
  return (one) => {
    const { id, unit, change } = one;
    const text = (side: ComparedSide | null): readonly [Node | string, string] => {
      if (side === null) return [el('span', { class: 'hint' }, 'not made'), 'end'];
      const shown = breakable(printed(id, { value: side.value, unit }, formatOf));
      const status = side.status === 'fresh' ? '' : side.status;
      return [
        el(
          'span',
          side.reason === '' ? {} : { title: side.reason },
          shown,
          ...(status === '' || status === 'missing' ? [] : [' ', el('span', { class: 'mark' }, status)]),
          side.value === null && side.reason !== ''
            ? el('span', { class: 'hint' }, `: ${side.reason}`)
            : null,
        ),
        typeof side.value === 'string' ? 'end words' : 'end',
      ];
    };
    const label = labelOf(id);
    const address = at(`figure.html#${hashOf({ id })}`);
    const head = el(
      'span',
      {},
      label === '' ? idLink(id, address) : link(label, address),
      label === '' ? null : el('span', { class: 'hint' }, ` ${id}`),
    );
    return [
      head,
      text(one.a),
      text(one.b),
      [change === null ? '' : printedChange(one, change, formatOf), 'end'],
    ];
  };
}

/** In the figure's own format: of shares in points, since a difference of per cents is none. */
export function printedChange({ id, unit }: Compared, change: number, formatOf: FormatOf): string {
  const format = formatOf(id, unit);
  const as = format.as === 'percent' ? { ...format, as: 'points' as const } : format;
  return breakable(printed(id, { value: change, unit }, () => as, 'always'));
}

/** Every family, folded: its table is made when it is opened. */
function familySection(
  families: ReadonlyMap<string, readonly Compared[]>,
  heads: ReturnType<typeof headsOf>,
  row: Row,
  { formatOf, known }: { readonly formatOf: FormatOf; readonly known: FigureWords },
): HTMLElement {
  const isPrintedOtherwise = ({ id, unit, a, b }: Compared): boolean => {
    const [was, is] = [a, b].map((side) => printed(id, { value: side?.value ?? null, unit }, formatOf));
    return was !== is || (a?.status ?? 'missing') !== (b?.status ?? 'missing');
  };
  const only = el('input', { type: 'checkbox', checked: '' });
  const list = el('div');
  const fill = () => {
    const folded = [...families].flatMap(([family, of]) => {
      const shown = only.checked ? of.filter(isPrintedOtherwise) : of;
      if (shown.length === 0) return [];
      return familyFold(family, known.family(family), `${shown.length} of ${of.length}`, () =>
        table(family, heads, shown.map(row)),
      );
    });
    list.replaceChildren(...(folded.length > 0 ? folded : [note('No figure is printed otherwise.')]));
  };
  only.addEventListener('change', fill);
  fill();
  const control = el('label', { class: 'check' }, only, 'changed only');
  return section('families', 'All figures', 'By the measure that an id begins with', control, list);
}
