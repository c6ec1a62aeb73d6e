import { beforeAll, expect, it } from 'vitest';
import { compose } from '../../lambda/briefing/compose.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Report, Section, Table } from '../../lambda/report/schema.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import { plainSpaces } from '../support/hand-made-book.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { headerOf } from '../support/sentences.ts';
import { describeShared } from '../support/shared.ts';

const sectionOf = ({ sections }: Report): Section => sections.find(({ id }) => id === 'calendar')!;

describeShared('how far IWM moved on days of events', () => {
  let bars: Bars;
  let panel: Panel;
  beforeAll(() => {
    const real = realMarket();
    bars = real.market.get('IWM')!;
    panel = panelOfReal(real);
  });

  /** The mean of the size of a day's return over the days given, from the closes of the file. */
  function average(days: readonly string[]): number {
    const at = (day: string) => bars.sessions.indexOf(day);
    const moves = days.map((day) => Math.abs(bars.adjusted![at(day)]! / bars.adjusted![at(day) - 1]! - 1));
    return moves.reduce((sum, move) => sum + move, 0) / moves.length;
  }

  it('is the mean of its returns without their sign, over ten years', () => {
    const { figures } = compose(panel, headerOf('2025-12-31'));
    const window = bars.sessions.slice(0, bars.sessions.indexOf('2025-12-31') + 1).slice(-2520);
    expect(figures['calendar.all.n']?.value).toBe(2520);
    expect(figures['calendar.all.move']?.value).toBeCloseTo(average(window), 12);
    // Days that close at one o'clock: 24 December, 3 July, the Friday after Thanksgiving.
    const early = window.filter((day) =>
      [
        '2015-12-24',
        '2016-11-25',
        '2017-07-03',
        '2017-11-24',
        '2018-07-03',
        '2018-11-23',
        '2018-12-24',
        '2019-07-03',
      ]
        .concat(['2019-11-29', '2019-12-24', '2020-11-27', '2020-12-24', '2021-11-26', '2022-11-25'])
        .concat(['2023-07-03', '2023-11-24', '2024-07-03', '2024-11-29', '2024-12-24', '2025-07-03'])
        .concat(['2025-11-28', '2025-12-24'])
        .includes(day),
    );
    expect(figures['calendar.early.n']?.value).toBe(early.length);
    expect(figures['calendar.early.move']?.value).toBeCloseTo(average(early), 12);
    // From 27 January 2016: eight a year, and one fewer in 2020. The meeting of 16 December 2015 is outside the window.
    expect(window[0]! > '2015-12-16').toBe(true);
    expect(figures['calendar.fomc.n']?.value).toBe(79);
    // 1.15 % on those days against 1.03 % on all: about one error apart. By Python's statistics, from the file.
    expect(figures['calendar.fomc.move']?.value).toBeCloseTo(0.0115321112396723, 12);
    expect(figures['calendar.fomc.error']?.value).toBeCloseTo(0.0011453372730485846, 12);
    const sizes = early.map((day) => average([day]));
    const deviation = Math.sqrt(
      sizes.reduce((sum, size) => sum + (size - average(early)) ** 2, 0) / (sizes.length - 1),
    );
    expect(figures['calendar.early.error']?.value).toBeCloseTo(deviation / Math.sqrt(sizes.length), 12);
  });

  it('is missing before the known decisions, and for a history that is too short', () => {
    const { figures } = compose(panel, headerOf('2018-12-31'));
    expect(figures['calendar.fomc.move']?.value).toBeNull();
    expect(figures['calendar.fomc.move']?.reason).toMatch(/known here from 2010/);
    expect(figures['calendar.early.move']?.value).not.toBeNull();
    const young = compose(panel, headerOf('2006-03-15')).figures;
    expect(young['calendar.early.n']?.reason).toMatch(/needs 2,520 daily returns/);
  });

  it('is printed with the days', () => {
    const section = sectionOf(compose(panel, headerOf('2025-12-05')));
    const table = section.blocks.find((block): block is Table => block.kind === 'table')!;
    expect(table.rows[0]?.cells.slice(3)).toEqual([
      { figure: 'calendar.fomc.move' },
      { figure: 'calendar.fomc.error' },
      { figure: 'calendar.fomc.n' },
    ]);
    expect(plainSpaces(plainText(table.notes[0]!))).toMatch(
      /^On all days of the last 2,520 sessions IWM moved \d\.\d\d % on average, up or down, with a standard error of ±\d\.\d\d %\. An average within two errors of that cannot be distinguished from it\.$/,
    );
  });

  it('takes no columns of its own where nothing ahead is of such a day', () => {
    const section = sectionOf(compose(panel, headerOf('2025-12-31')));
    const table = section.blocks.find((block): block is Table => block.kind === 'table')!;
    expect(table.columns.map(({ label }) => label)).toEqual(['New York', 'Event', 'Source']);
    expect(new Set(table.rows.map(({ cells }) => cells.length))).toEqual(new Set([3]));
    expect([table.subtitle, ...table.notes.map(plainText)].join()).not.toMatch(/move|on average/);
  });
});
