import { formatDate, formatShortDate } from '../../../briefing/words/date.ts';
import { formatValue } from '../../../briefing/words/value.ts';
import { alikeTo, apart, comparedBy, whyNoneAlike } from '../../../catalogue/alike.ts';
import { followed } from '../../../catalogue/followed.ts';
import { hashOf, stateOf, whenever } from '../address.ts';
import { at, loadIndex, loadRecord } from '../data.ts';
import { app, el, link, note, table } from '../dom.ts';

const percent = (value: number): string => formatValue(value, { as: 'percent', decimals: 2, sign: 'always' });
const share = (value: number): string => formatValue(value, { as: 'percent', decimals: 0, sign: 'negative' });

/** The sessions that were most like one: `#d=2026-02-20`. */
export function alikePage(): void {
  whenever(async () => {
    const index = await loadIndex();
    const session = stateOf().get('d') ?? index?.newest.session ?? '';
    const records = await Promise.all((index?.years ?? []).map(({ year }) => loadRecord(year)));
    const all = records.flatMap((record) => record?.sessions ?? []);
    const simulated = all.find((one) => one.session === session)?.simulated ?? false;
    const kind = all.filter((one) => (one.simulated ?? false) === simulated);
    const found = alikeTo(session, kind);
    const heading = document.querySelector('main h1');
    if (heading !== null && session !== '') heading.textContent = `Sessions like ${formatDate(session)}`;
    if (found.length === 0) return app().replaceChildren(note(whyNoneAlike(session, kind)));
    const rows = found.map(({ session: date, distance, next }) => [
      link(formatShortDate(date), at(`reports/${date}/index.html`)),
      [distance.toFixed(2), 'end'] as const,
      [next === null ? 'n/a' : percent(next), 'end'] as const,
      [link('compare', at(`compare.html#${hashOf({ a: date, b: session })}`)), 'short'] as const,
    ]);
    const these = followed(found.map(({ next }) => next));
    const before = kind.filter((one) => one.session <= session);
    const usual = followed(before.map(({ moved }) => moved));
    const line = (name: string, of: typeof these) => [
      name,
      [String(of.n), 'end'] as const,
      [of.n === 0 ? 'n/a' : `${of.up} of ${of.n}`, 'end'] as const,
      [of.n === 0 ? 'n/a' : `${share(of.low)} to ${share(of.high)}`, 'end'] as const,
      [of.mean === null ? 'n/a' : percent(of.mean), 'end'] as const,
    ];
    app().replaceChildren(
      table('Nearest sessions', ['Session', ['Distance', 'end'], ['Return after', 'end'], ''], rows),
      el('h2', { class: 'sub' }, 'What followed'),
      table(
        'What followed',
        ['', ['Sessions', 'end'], ['Rose', 'end'], ['95 % interval', 'end'], ['Mean', 'end']],
        [line('After these', these), line('Any session', usual)],
      ),
      note(
        `The return is the index fund’s on the session after, the interval that of the share that rose. Likeness is the distance over six figures, each in its standard deviation over the sessions before: ${comparedBy}. Only sessions at least ${apart} sessions before this one, and ${apart} apart from each other. A few cases say little: the interval says how little.`,
      ),
    );
  });
}
