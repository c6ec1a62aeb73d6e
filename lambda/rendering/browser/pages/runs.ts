import { formatDate, formatNearDate, formatWholeMonth } from '../../../briefing/words/date.ts';
import type { MonthRuns, RunEntry } from '../../../catalogue/runs.ts';
import { counted } from '../../../counted.ts';
import { detailsOf, outcomeInWords, problemsOf, secondsInWords } from '../../view/site/run-words.ts';
import { replaceState, stateOf, whenever } from '../address.ts';
import { at, loadRunMonths, loadRuns } from '../data.ts';
import { app, el, link, note, section } from '../dom.ts';

/** The ledger of runs, newest first, a month at a time: `#only=wrong&months=3`. */
export function runsPage(): void {
  const only = el('input', { type: 'checkbox', name: 'only' });
  const out = el('div');
  const check = el('label', { class: 'check' }, only, 'Only runs in which something went wrong');
  app().replaceChildren(check, out);
  let shown = 1;
  const draw = async (): Promise<void> => {
    const months = (await loadRunMonths())?.months ?? [];
    if (months.length === 0)
      return out.replaceChildren(note('No run is in the ledger yet: it begins with the next one.'));
    const loaded = await Promise.all(months.slice(0, shown).map(loadRuns));
    const sections = loaded.flatMap((month) => (month === null ? [] : [monthOf(month, only.checked)]));
    out.replaceChildren(...sections, ...(shown < months.length ? [older(months[shown]!)] : []));
  };
  const older = (month: string): HTMLElement => {
    const button = el('button', { type: 'button', class: 'button' }, formatWholeMonth(`${month}-01`));
    button.addEventListener('click', () => {
      shown += 1;
      remember();
    });
    return el('p', { class: 'buttons' }, button);
  };
  const remember = (): void => {
    replaceState({ only: only.checked ? 'wrong' : '', months: shown > 1 ? String(shown) : '' });
    void draw();
  };
  only.addEventListener('change', remember);
  whenever(() => {
    const state = stateOf();
    only.checked = state.get('only') === 'wrong';
    shown = Math.max(1, Number(state.get('months') ?? 1) || 1);
    return draw();
  });
}

const wentWrong = (run: RunEntry): boolean =>
  run.outcome === 'refused' || run.outcome === 'failed' || run.problems.length > 0;

function monthOf({ month, runs }: MonthRuns, onlyWrong: boolean): HTMLElement {
  const wrong = runs.filter(wentWrong);
  const listed = onlyWrong ? wrong : runs;
  const counts = `${counted(runs.length, 'run')}, ${wrong.length === 0 ? 'none' : wrong.length} with something wrong`;
  const name = formatWholeMonth(`${month}-01`);
  return section(
    `runs-${month}`,
    name,
    counts,
    el('ol', { class: 'lines' }, ...listed.map(rowOf)),
    listed.length === 0 ? note(`In no run of ${name} did anything go wrong.`) : null,
  );
}

function rowOf(run: RunEntry): HTMLElement {
  const started = newYork(run.started);
  const seconds = (Date.parse(run.ended) - Date.parse(run.started)) / 1000;
  const mark = wentWrong(run) ? (run.revision === null ? 'failed' : 'partly') : run.outcome;
  return el(
    'li',
    { class: 'line run' },
    el(
      'span',
      { class: 'when' },
      el('span', {}, `${formatNearDate(started.date)}, ${started.time}`, el('br'), kindOf(run)),
    ),
    el(
      'span',
      { class: 'what' },
      el('strong', { class: `outcome ${mark.replace(' ', '-')}` }, outcomeInWords(run)),
      ...sessionOf(run),
      run.why === '' ? null : el('span', {}, `${run.session === null ? ' ·' : ':'} ${run.why}`),
      ...problemsOf(run).flatMap((problem) => [el('br'), el('span', { class: 'note' }, problem)]),
      ...detailsOf(run).flatMap((detail) => [el('br'), el('span', { class: 'hint' }, detail)]),
    ),
    el('span', { class: 'score' }, seconds > 0 ? secondsInWords(seconds) : ''),
  );
}

/** Of which session, with a link where a briefing of it is published. */
function sessionOf({ session, from, revision, outcome }: RunEntry): readonly (Node | string)[] {
  if (session === null) return [];
  if (from !== null && from !== session)
    return [` from ${formatDate(from)} to `, link(formatDate(session), at(`reports/${session}/index.html`))];
  const isThere = revision !== null || outcome === 'final';
  return [
    ' ',
    isThere ? link(formatDate(session), at(`reports/${session}/index.html`)) : formatDate(session),
  ];
}

function kindOf({ run, scheduled }: RunEntry): HTMLElement {
  const kind = run === 'manual' ? 'by hand' : run;
  return el(
    'span',
    { class: 'hint' },
    scheduled === null ? kind : `${kind}, scheduled ${newYork(scheduled).time}`,
  );
}

const newYorkFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'short',
});

function newYork(instant: string): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = newYorkFormat.format(new Date(instant)).split(' ');
  return { date, time };
}
