import { formatNumber } from '../../../briefing/words/number.ts';
import { byId } from '../../../catalogue/compare.ts';
import { heldPosition } from '../../../catalogue/position.ts';
import { loadFigures } from '../data.ts';
import { el, field, note, table } from '../dom.ts';

const place = 'smallcap-briefing-position';

/**
 * The reader's own shares, on the front page: kept in the browser's `localStorage`, and computed with there. Nothing is sent;
 * the page's policy lets no script send anything.
 */
export function positionBox(box: HTMLElement): void {
  const [session = '', revision = ''] = (box.dataset.of ?? '').split('.');
  const made = el('details', { class: 'family' }, el('summary', {}, 'Your position, never sent'));
  box.replaceChildren(made);
  made.addEventListener('toggle', () => {
    if (made.open && made.children.length === 1) void open(made, session, Number(revision));
  });
}

async function open(box: HTMLElement, session: string, revision: number): Promise<void> {
  const figures = await loadFigures(session, revision);
  if (figures === null) return void box.append(note('The figures of the newest briefing could not be read.'));
  const kept = read();
  const shares = numberField(kept.shares);
  const budget = numberField(kept.budget);
  const out = el('div');
  const draw = () => {
    const typed = { shares: shares.value, budget: budget.value };
    keep(typed);
    const held = Number(shares.value);
    if (!(held > 0)) return out.replaceChildren();
    const { lines, left } = heldPosition(figures, byId(figures), held, Number(budget.value));
    out.replaceChildren(
      table(
        'Your position',
        [
          `${figures.underlying} at`,
          [figures.fund, 'end'],
          ['Value, USD', 'end'],
          ['From the close, USD', 'end'],
        ],
        lines.map(({ name, price, value, change }) => [
          name,
          [formatNumber(price, 2), 'end'] as const,
          [formatNumber(value, 0), 'end'] as const,
          [change === null ? '' : formatNumber(change, 0, 'always'), 'end'] as const,
        ]),
      ),
      ...(left === null ? [] : [el('p', {}, left)]),
    );
  };
  for (const input of [shares, budget]) input.addEventListener('input', draw);
  const form = el(
    'form',
    { class: 'controls' },
    field(`Shares of ${figures.fund}`, shares),
    field('Most you would lose, USD', budget),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  box.append(
    form,
    out,
    el(
      'p',
      { class: 'hint' },
      'Kept in this browser alone, and computed here. At a level means the fund if the underlying stood there at the next close; it is arithmetic, not a forecast and not advice.',
    ),
  );
  draw();
}

const numberField = (value: string): HTMLInputElement =>
  el('input', { type: 'number', min: '0', step: 'any', inputmode: 'decimal', value });

/** Storage may be forbidden, or hold what something else left there. */
function read(): { readonly shares: string; readonly budget: string } {
  try {
    const { shares = '', budget = '' } = JSON.parse(localStorage.getItem(place) ?? '{}') as Record<
      string,
      unknown
    >;
    return { shares: String(shares), budget: String(budget) };
  } catch {
    return { shares: '', budget: '' };
  }
}

function keep(typed: { readonly shares: string; readonly budget: string }): void {
  try {
    localStorage.setItem(place, JSON.stringify(typed));
  } catch {
    // The box works without being kept.
  }
}
