import { formatShortDate } from '../../../briefing/words/date.ts';
import { type FormatOf, printed } from '../../../briefing/words/value.ts';
import { type CoursePoint, courseCsv, figureCourse, standingOf } from '../../../catalogue/course.ts';
import type { FigureList } from '../../../catalogue/figure-list.ts';
import { shardOf } from '../../../catalogue/history.ts';
import { linesChart } from '../../charts/lines.ts';
import { ticksIn } from '../../view/ticks-in.ts';
import { hashOf, stateOf, whenever } from '../address.ts';
import { at, loadFormats, loadHistory, loadIndex, loadList, loadWords } from '../data.ts';
import { app, el, link, note, picture, section, table } from '../dom.ts';
import { quartersThere } from '../quarters.ts';

/** Quarters that are loaded at first: this year and the one before, when this one is full. */
const atFirst = 8;
/** Sessions that the table shows before it is unfolded. */
const listed = 40;

/** One figure over all sessions: `#id=rotation.score`. */
export function figurePage(): void {
  whenever(async () => {
    const id = stateOf().get('id') ?? '';
    if (id === '') return location.replace(at('figures.html'));
    app().replaceChildren(note(`Loading ${id}.`));
    await draw(id, atFirst);
  });
}

async function draw(id: string, quarters: number): Promise<void> {
  const [index, list, formatOf] = await Promise.all([loadIndex(), loadList(), loadFormats()]);
  const there = quartersThere(index?.years ?? []);
  const files = await Promise.all(
    there.slice(0, quarters).map((quarter) => loadHistory(quarter, shardOf(id))),
  );
  const points = figureCourse(
    id,
    files.filter((file) => file !== null),
  );
  const words = await loadWords(index?.edition ?? '');
  const about = describe(id, list);
  document.title = `${id} · history`;
  const heading = document.querySelector('main h1');
  if (heading !== null) heading.textContent = id;
  if (points.length === 0) {
    const since = there.length > quarters ? ` since ${there[quarters - 1]!.slice(0, 4)}` : '';
    app().replaceChildren(
      note(`No briefing${since} has a figure ${id}.`),
      ...(since === '' ? [] : [older(id, there.length)]),
      el('p', {}, link('All figures', at('figures.html'))),
    );
    return;
  }
  const unit = about?.unit ?? 'word';
  const print = (value: CoursePoint['value']) => printed(id, { value, unit }, formatOf);
  app().replaceChildren(
    ...(words.claim(id) === '' ? [] : [el('p', { class: 'said' }, `“${words.claim(id)}”`)]),
    ...(about === null ? [note('The newest briefing has no such figure any more.')] : [about.definition]),
    standing(points, print),
    drawing(id, unit, points, print, formatOf),
    ...(there.length > quarters ? [older(id, there.length)] : []),
    corrected(points, print),
    values(id, points, print),
    take(id, unit, points),
    ...(about === null ? [] : [about.inputs]),
  );
}

function describe(id: string, list: FigureList | null) {
  for (const [method, of] of Object.entries(list?.methods ?? {})) {
    const found = of.figures[id];
    if (found === undefined) continue;
    const [unit, inputs] = found;
    const page =
      of.page === '' ? null : el('span', { class: 'hint' }, ` ${method}, unit: ${unitInWords(unit)}`);
    return {
      unit,
      definition: el('p', { class: 'definition' }, of.definition, page),
      inputs: section(
        'inputs',
        'Made of',
        '',
        el(
          'ul',
          { class: 'plain' },
          ...inputs.map((input) =>
            el(
              'li',
              {},
              /^(bars|macro):/.test(input) ? input : link(input, at(`figure.html#${hashOf({ id: input })}`)),
            ),
          ),
        ),
      ),
    };
  }
  return null;
}

/** `-100..100` as it is read: `−100 to 100`. */
const unitInWords = (unit: string): string =>
  unit === 'usd' ? 'US dollars' : unit.replace(/^-(\d+)\.\.(\d+)$/, '−$1 to $2');

type Print = (value: CoursePoint['value']) => string;

function standing(points: readonly CoursePoint[], print: Print): HTMLElement {
  const of = standingOf(points);
  const last = points.at(-1)!;
  const now = el(
    'p',
    { class: 'now' },
    print(last.value),
    el('span', { class: 'hint' }, ` ${formatShortDate(last.session)}`),
  );
  if (of === null) return now;
  const rank = `${Math.round(of.share * 100)} % of ${of.count} sessions were at or below ${print(of.last.value)}`;
  return el(
    'div',
    {},
    now,
    el(
      'p',
      { class: 'hint' },
      `${rank}; lowest ${print(of.low.value)} on ${formatShortDate(of.low.session)}, highest ${print(of.high.value)} on ${formatShortDate(of.high.session)}`,
    ),
  );
}

const widths = [350, 520, 720, 1080] as const;

function drawing(
  id: string,
  unit: string,
  points: readonly CoursePoint[],
  print: Print,
  formatOf: FormatOf,
): HTMLElement {
  const numbers = points.map(({ value }) => (typeof value === 'number' ? value : null));
  if (numbers.every((value) => value === null)) return el('div');
  const last = numbers.findLast((value) => value !== null) ?? null;
  const room = app().clientWidth;
  const width = widths.findLast((one) => one <= room) ?? 350;
  const svg = linesChart(
    {
      id: 'course',
      title: `${id} over ${points.length} sessions`,
      alt: `${id} from ${points[0]!.session} to ${points.at(-1)!.session}; last ${print(last)}. Every value is in the table below.`,
      dates: points.map(({ session }) => session),
      lines: [{ label: '', end: print(last), values: numbers, role: 'accent', dashed: false }],
      rules: [],
      tick: ticksIn(formatOf(id, unit)),
    },
    width,
    Math.round(width < 600 ? width * 0.6 : 270),
  );
  return el('figure', { class: 'course' }, picture(svg) as HTMLElement);
}

function older(id: string, all: number): HTMLElement {
  const button = el('button', { class: 'button', type: 'button' }, 'Load all years');
  button.addEventListener('click', () => void draw(id, all));
  return el('p', { class: 'buttons' }, button);
}

/** The first published value beside the newest, where they are printed otherwise. */
function corrected(points: readonly CoursePoint[], print: Print): HTMLElement {
  const changed = points.filter(({ value, first }) => print(value) !== print(first));
  const rate = `${changed.length} of ${points.length} sessions`;
  if (changed.length === 0)
    return section(
      'corrected',
      'As first published, and as it is now',
      rate,
      el('p', {}, 'Never changed after it was published, at printed precision.'),
    );
  const rows = changed
    .toReversed()
    .map(({ session, first, value, revision }) => [
      link(
        formatShortDate(session),
        at(`compare.html#${hashOf({ a: `${session}.1`, b: `${session}.${revision}` })}`),
      ),
      [print(first), 'end'] as const,
      [print(value), 'end'] as const,
    ]);
  return section(
    'corrected',
    'As first published, and as it is now',
    `Changed after publication on ${rate}`,
    table('Corrected values', ['Session', ['First', 'end'], ['Now', 'end']], rows),
  );
}

function values(id: string, points: readonly CoursePoint[], print: Print): HTMLElement {
  const rows = points
    .toReversed()
    .map(({ session, value, doubtful }) => [
      link(formatShortDate(session), at(`reports/${session}/index.html`)),
      [
        el('span', {}, print(value), doubtful ? el('span', { class: 'mark' }, 'proxy or stale') : null),
        'end',
      ] as const,
    ]);
  const heads = ['Session', [id, 'end']] as const;
  const out = el('div', { class: 'narrow-table' }, table('Values', heads, rows.slice(0, listed)));
  if (rows.length > listed) {
    const button = el('button', { class: 'button', type: 'button' }, `All ${rows.length}`);
    button.addEventListener('click', () => out.replaceChildren(table('Values', heads, rows)));
    out.append(el('p', { class: 'buttons' }, button));
  }
  return section('values', 'Values', `${points.length} sessions, newest first`, out);
}

function take(id: string, unit: string, points: readonly CoursePoint[]): HTMLElement {
  const url = URL.createObjectURL(new Blob([courseCsv(id, unit, points)], { type: 'text/csv' }));
  const save = link('CSV', url, 'button');
  save.setAttribute('download', `${id.replaceAll(/[^\w.-]+/g, '-')}.csv`);
  const quoted = id.replaceAll("'", "''");
  const query = `SELECT session, value FROM 'figures/*/*/figures.parquet' WHERE id = '${quoted}' ORDER BY session`;
  return section(
    'take',
    'To take along',
    'Values to seven digits; report.json has them to the last',
    el('p', { class: 'buttons' }, save),
    el('p', { class: 'hint' }, 'In DuckDB, in a folder of the archive:'),
    el('pre', { class: 'query', tabindex: '0' }, query),
  );
}
