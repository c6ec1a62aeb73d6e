import { formatDate, formatShortDate } from '../../../briefing/words/date.ts';
import { formatNumber } from '../../../briefing/words/number.ts';
import { formatValue, printed } from '../../../briefing/words/value.ts';
import { compareFigures, familyOf } from '../../../catalogue/compare.ts';
import type { SessionLine } from '../../../catalogue/day.ts';
import { hashOf, whenever } from '../address.ts';
import { at, type FigureWords, loadFigures, loadFormats, loadIndex, loadWords, loadYear } from '../data.ts';
import { app, breakable, el, idLink, link, note, table } from '../dom.ts';
import { wholeDays } from '../whole.ts';
import { printedChange } from './compare.ts';

/** Every figure that was changed after it was published: its first value, and its newest. */
export function correctionsPage(): void {
  whenever(async () => {
    const index = await loadIndex();
    const years = await Promise.all((index?.years ?? []).map(({ year }) => loadYear(year)));
    const days = wholeDays(years.filter((year) => year !== null));
    const words = await loadWords(index?.edition ?? '');
    const changed = days.filter(({ corrected }) => corrected !== null);
    const restated = changed.filter(({ corrected }) => corrected!.figures > 0);
    app().replaceChildren(
      note(
        `${formatNumber(days.length, 0)} sessions: ${countOf(restated)} with figures that were changed after they were published, ${countOf(changed)} with a later revision.${largestOf(changed, words)}`,
      ),
      ...changed.map((day) => {
        const compare = at(
          `compare.html#${hashOf({ a: `${day.session}.1`, b: `${day.session}.${day.revision}` })}`,
        );
        const made = el(
          'details',
          { class: 'family' },
          el(
            'summary',
            {},
            formatDate(day.session),
            el('span', { class: 'hint' }, ` ${day.corrected!.note}`),
          ),
        );
        made.addEventListener('toggle', async () => {
          if (!made.open || made.children.length > 1) return;
          made.append(
            await firstAndNow(day.session, day.revision),
            el(
              'p',
              { class: 'buttons' },
              link('Compare both', compare, 'button'),
              link('The session', at(`reports/${day.session}/index.html`), 'button'),
            ),
          );
        });
        return made;
      }),
    );
  });
}

const countOf = (some: readonly unknown[]): string =>
  some.length === 0 ? 'none' : formatNumber(some.length, 0);

/** The largest change of what front pages lead with: figures in per cent and points alone can be held to each other. */
function largestOf(days: readonly SessionLine[], words: FigureWords): string {
  const all = days.flatMap(({ session, corrected }) =>
    corrected?.largest == null ? [] : [{ session, ...corrected.largest }],
  );
  const [most] = all.toSorted((a, b) => b.size - a.size);
  if (most === undefined) return '';
  const size = formatValue(most.size, { as: 'points', decimals: 2, sign: 'never' });
  const meaning = words.family(familyOf(most.id));
  return ` The largest change of a return or a gap that leads a front page: ${size} on ${formatShortDate(most.session)}, ${most.id}${meaning === '' ? '' : ` (${meaning})`}.`;
}

async function firstAndNow(session: string, revision: number): Promise<HTMLElement> {
  const [first, now, formatOf] = await Promise.all([
    loadFigures(session, 1),
    loadFigures(session, revision),
    loadFormats(),
  ]);
  if (first === null || now === null)
    return note('The figures of one of the two revisions are not in the archive.');
  // A figure that only one of them has was not corrected: another version of the program computes more.
  const rows = compareFigures(first, now).flatMap((one) => {
    const { id, unit, a, b, change } = one;
    if (a === null || b === null) return [];
    const [was, is] = [a, b].map(({ value }) => breakable(printed(id, { value, unit }, formatOf)));
    if (was === is) return [];
    const kind = typeof b.value === 'string' ? 'end words' : 'end';
    const size = change === null ? '' : printedChange(one, change, formatOf);
    const why = b.reason !== '' ? b.reason : a.reason === '' ? '' : `before: ${a.reason}`;
    const name = idLink(id, at(`figure.html#${hashOf({ id })}`));
    const reason = why === '' ? null : el('span', { class: 'meaning' }, why);
    return [
      [
        [el('span', {}, name, reason), 'wide'] as const,
        ...[was!, is!, size].map((text) => [text, kind] as const),
      ],
    ];
  });
  return rows.length === 0
    ? el('p', {}, 'No figure differs at printed precision.')
    : table(
        `Corrected figures of ${session}`,
        ['Figure', ['First', 'end'], ['Now', 'end'], ['Size', 'end']],
        rows,
      );
}
