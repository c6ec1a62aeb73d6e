import { formatDate } from '../../../briefing/words/date.ts';
import { formatNumber } from '../../../briefing/words/number.ts';
import type { SessionLine } from '../../../catalogue/day.ts';
import { matches, parseQuery } from '../../../catalogue/search.ts';
import { marksOf } from '../../view/site/marks.ts';
import { replaceState, stateOf, whenever } from '../address.ts';
import { at, loadIndex, loadYear } from '../data.ts';
import { app, el, field, link, note } from '../dom.ts';
import { type LoadedYear, wholeDays } from '../whole.ts';
import { proofOf } from './proof.ts';

/** Results that are listed. */
const most = 200;
/** The beginning of a SHA-256, as the mail's footer has it. */
const digits = /^[0-9a-f]{12,64}$/i;

/** Sessions by words and filters, newest first: `#q=rotation state:small`. */
export function searchPage(): void {
  const input = el('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: 'false' });
  const out = el('div');
  const form = el(
    'form',
    { class: 'controls', role: 'search' },
    field('Words, filters, or the digits of a mail', input),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  app().replaceChildren(form, help(), out);
  let turn = 0;
  const draw = async (): Promise<void> => {
    turn += 1;
    const ours = turn;
    const typed = input.value.trim();
    if (typed === '') return out.replaceChildren();
    if (digits.test(typed)) return out.replaceChildren(...(await proofOf(typed)));
    const index = await loadIndex();
    const query = parseQuery(typed);
    const loaded: LoadedYear[] = [];
    // A year after the other, so that the newest are there at once.
    for (const { year } of index?.years ?? []) {
      const data = await loadYear(year);
      if (ours !== turn) return;
      if (data !== null) loaded.push(data);
      const all = wholeDays(loaded);
      const found = all.filter((day) => matches(day, query));
      out.replaceChildren(
        note(
          `${found.length} of ${all.length} sessions${found.length > most ? `, the newest ${most} are shown` : ''}`,
        ),
        el('ol', { class: 'lines' }, ...found.slice(0, most).map((day) => result(day, query.words))),
      );
    }
  };
  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      replaceState({ q: input.value });
      void draw();
    }, 120);
  });
  whenever(() => {
    input.value = stateOf().get('q') ?? '';
    return draw();
  });
  if (input.value === '') input.focus({ preventScroll: true });
}

function help(): HTMLElement {
  const all = [
    'state:small',
    'state:large',
    'state:none',
    'flip',
    'corrected',
    'incomplete',
    'score>20',
    'fund<-5',
    'excess<-1',
    'after:2026-01-01',
    'before:2026-03',
  ];
  return el(
    'p',
    { class: 'hint' },
    'All words must occur. Filters: ',
    ...all.flatMap((one, index) => [index === 0 ? '' : ', ', el('code', {}, one)]),
    '. Fund, underlying and excess are of one day, in per cent.',
  );
}

function result(day: SessionLine, words: readonly string[]): HTMLElement {
  const { classes, sign, words: mark } = marksOf(day);
  const cell = el(
    'span',
    { class: `cell small ${classes}`, 'aria-hidden': 'true' },
    sign === '' ? null : el('span', { class: `sign ${sign}` }),
  );
  const score = day.numbers[0] ?? null;
  const also = day.changes.filter((change) => words.some((word) => change.toLowerCase().includes(word)));
  return el(
    'li',
    { class: 'line' },
    el(
      'span',
      { class: 'when' },
      cell,
      link(formatDate(day.session), at(`reports/${day.session}/index.html`)),
    ),
    el(
      'span',
      { class: 'what' },
      ...marked(day.verdict, words),
      ...also.flatMap((change) => [el('br'), ...marked(change, words)]),
      day.corrected === null ? null : el('span', { class: 'note' }, ` Corrected: ${day.corrected.note}`),
      el('span', { class: 'hidden' }, ` ${mark}`),
    ),
    el(
      'span',
      { class: 'score' },
      el('span', { class: 'hidden' }, 'Score '),
      score === null ? '' : formatNumber(score, 0, 'always'),
    ),
  );
}

/** A text with the words in it marked; every piece is a text node. */
function marked(text: string, words: readonly string[]): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let rest = text;
  for (;;) {
    const low = rest.toLowerCase();
    const next = words
      .map((word) => ({ word, at: low.indexOf(word) }))
      .filter(({ at: place }) => place >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (next === undefined) return [...parts, rest];
    parts.push(rest.slice(0, next.at), el('mark', {}, rest.slice(next.at, next.at + next.word.length)));
    rest = rest.slice(next.at + next.word.length);
  }
}
