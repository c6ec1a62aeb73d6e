import { describe, expect, it } from 'vitest';
import { compose } from '../../lambda/briefing/compose.ts';
import { cardinal, ordinal } from '../../lambda/briefing/words/count.ts';
import { formatFigure, formatShortDate } from '../../lambda/briefing/words/format.ts';
import { readersWords, type SeriesNames } from '../../lambda/briefing/words/readers-words.ts';
import { addDays } from '../../lambda/calendar/civil.ts';
import { inOrder, type ScheduledEvent } from '../../lambda/calendar/events.ts';
import { isSession } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { changeSentences } from '../../lambda/report/changes.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import { type Figure, type Report, report as schema } from '../../lambda/report/schema.ts';
import fc from '../support/fast-check.ts';
import { madeUpMarket } from '../support/made-up-market.ts';
import { headerOf, sentencesOf } from '../support/sentences.ts';

/** Something ahead: days after the session, at any hour, of a company or a release. */
const event = fc.record({
  days: fc.integer({ min: -3, max: 40 }),
  when: fc.constantFrom('08:30', '10:00', 'before the open', 'after the close', 'time not given'),
  name: fc.constantFrom('AAPL', 'GOOG', 'Consumer price index', 'Jobless claims'),
});

/** A market of random walks with some of its series taken away, and one of its sessions. */
const cases = fc.record({
  seed: fc.integer(),
  count: fc.integer({ min: 5, max: 700 }),
  back: fc.integer({ min: 0, max: 4 }),
  withoutSymbols: fc.subarray(tna.symbols.map(({ symbol }) => symbol)),
  withoutSeries: fc.subarray(tna.macro.map(({ series }) => series)),
  onlyRequired: fc.boolean(),
  noMacro: fc.boolean(),
  events: fc.array(event, { maxLength: 12 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const options = { numRuns: 15 };

const made = new Map<string, Report>();

/** The report of a case. The properties are asked of the same cases, and each is composed once. */
function composed(chosen: Case): Report {
  const name = JSON.stringify(chosen);
  const report = made.get(name) ?? composedAnew(chosen);
  made.set(name, report);
  return report;
}

function composedAnew(chosen: Case): Report {
  const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', chosen.count, chosen.seed);
  const keeps = (symbol: string) =>
    chosen.onlyRequired ? tna.required.includes(symbol) : !chosen.withoutSymbols.includes(symbol);
  const observed = (series: string) => !chosen.noMacro && !chosen.withoutSeries.includes(series);
  const session = sessions.filter(isSession).at(-1 - chosen.back)!;
  const panel = panelOf(
    tna,
    new Map([...market].filter(([symbol]) => keeps(symbol))),
    new Map([...macro].filter(([series]) => observed(series))),
    [],
    undefined,
    foretold(chosen, session),
  );
  return compose(panel, headerOf(session));
}

const foretold = ({ events }: Case, session: string): readonly ScheduledEvent[] =>
  inOrder(
    events.map(({ days, when, name }) => ({
      date: addDays(session, days),
      when,
      name,
      kind: /^[A-Z]+$/.test(name) ? 'earnings' : 'release',
      standing: 'published',
      source: 'somebody',
      major: name !== 'Jobless claims',
    })),
  );

/** All ways in which a sentence may put a figure into words. */
function wordings(id: string, figure: Figure, series: SeriesNames): string[] {
  const why = figure.reason?.split('; ')[0];
  const reason = why === undefined ? [] : [readersWords(why, series)];
  if (figure.value === null) return reason;
  const measure = id.replace(/^previous\./, '');
  const printed = (['never', 'negative', undefined] as const).map((sign) =>
    formatFigure(measure, figure, sign),
  );
  const spelled = printed.map((text) => text.replace(/pts$/, 'points'));
  const bare = spelled.map((text) => text.replace(/[\s\u202f\u00a0]*(points|%)$/, ''));
  const counts =
    typeof figure.value === 'number' && Number.isInteger(figure.value)
      ? [cardinal(Math.abs(figure.value)), ordinal(Math.abs(figure.value))]
      : [];
  const dates = figure.unit === 'date' ? [formatShortDate(String(figure.value))] : [];
  const all = [...printed, ...spelled, ...bare, ...counts, ...dates, ...reason];
  return [...all, ...all.map((text) => text.charAt(0).toUpperCase() + text.slice(1))];
}

/** Numbers that are names and not values: windows, averages, scales, hours, years, products, notes on method. */
const names =
  /\b(52-week|(21|50|200)-session|S&P 500|Nasdaq-100|Russell 2000|±100|21-session|95 %|14:00|20[0-9]{2}(–[0-9]{2})?)\b|±100/g;

const advice = /\b(buy|sell|should|must|recommend|strong|bullish|bearish|good|bad|hold on)\b/i;
const hole = /\b(null|undefined|NaN|Infinity)\b|n\/a|,,|, ,|,:|\.\.| [,.;:]| {2}/;
const ours = ({ front, sections }: Report): Report['sections'][number]['blocks'] => [
  ...front.blocks,
  ...sections.filter(({ id }) => id === 'rotation' || id === 'fund').flatMap(({ blocks }) => blocks),
];

describe('the words of any briefing', () => {
  it('hold whatever is missing, in the shape of the report', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        expect(() => schema.parse(composed(chosen))).not.toThrow();
      }),
      options,
    );
  });

  it('show every number as its figure is printed, and name the figures that they rest on', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        const report = composed(chosen);
        for (const sentence of sentencesOf(report)) {
          for (const id of sentence.figures) expect(report.figures, plainText(sentence)).toHaveProperty([id]);
          for (const part of sentence.parts) {
            if (typeof part === 'string') continue;
            expect(sentence.figures).toContain(part.figure);
            const figure = report.figures[part.figure]!;
            const texts = wordings(part.figure, figure, report.names ?? {});
            expect(texts, plainText(sentence)).toContain(part.text);
          }
        }
      }),
      options,
    );
  });

  it('have no holes and give no advice', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        const report = composed(chosen);
        const sections = report.sections.filter(({ id }) => ['rotation', 'fund', 'calendar'].includes(id));
        for (const sentence of sentencesOf({ ...report, sections })) {
          expect(plainText(sentence)).not.toMatch(hole);
          expect(plainText(sentence).replaceAll(/Good Friday|“[^”]*”/g, '')).not.toMatch(advice);
          expect(plainText(sentence)).toMatch(/^[A-Z±0-9].*\.$|^[A-Za-z±+−].*[^.]$/u);
        }
      }),
      options,
    );
  });

  it('have a status that fits: missing without a value and with a reason, otherwise another', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        for (const [id, { value, status, reason }] of Object.entries(composed(chosen).figures)) {
          // A claim that cannot be computed says so in a word, and in its reason what is missing.
          const unsaid = /^claim\.\d+$/.test(id) && value === 'not computable';
          expect(status === 'missing', id).toBe(value === null || unsaid);
          if (status !== 'fresh') expect(reason, id).toMatch(/\S/);
        }
      }),
      options,
    );
  });

  it('count one of a thing in the singular, in sentences and in reasons', () => {
    const miscounted =
      /(?<![\d.,\u202f\u00a0-])(?:1|one|One) (windows|sessions|figures|contracts|days|bars|rows|returns|funds|readings|spans|weeks|months|values|shares|companies|benchmarks)\b/;
    fc.assert(
      fc.property(cases, (chosen) => {
        const report = composed(chosen);
        for (const sentence of sentencesOf(report)) expect(plainText(sentence)).not.toMatch(miscounted);
        for (const { reason = '' } of Object.values(report.figures)) expect(reason).not.toMatch(miscounted);
      }),
      options,
    );
  });

  it('take no number from anywhere but a figure', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        const report = composed(chosen);
        const { verdict, supporting } = report.front;
        for (const sentence of [verdict, ...supporting, ...changeSentences(report)]) {
          const typed = sentence.parts.filter((part) => typeof part === 'string').join('|');
          expect(typed.replaceAll(/[Oo]ver 21 sessions|“[^”]*”/g, '').replaceAll(names, '')).not.toMatch(
            /\d/,
          );
        }
      }),
      options,
    );
  });

  it('call a proxy a proxy, every time that one is shown', () => {
    let met = 0;
    fc.assert(
      fc.property(cases, (chosen) => {
        const report = composed({ ...chosen, withoutSymbols: ['^RVX'], onlyRequired: false });
        for (const sentence of sentencesOf({ ...report, front: { ...report.front, keys: [] } })) {
          const shown = sentence.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.figure]));
          if (!shown.some((id) => report.figures[id]!.status === 'proxy')) continue;
          met++;
          expect(plainText(sentence)).toMatch(/\bproxy\b/i);
        }
      }),
      options,
    );
    expect(met).toBeGreaterThan(0);
  });

  it('keep the record beside the score', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        for (const sentence of sentencesOf(composed(chosen)))
          if (sentence.parts.some((part) => typeof part !== 'string' && part.figure === 'rotation.score'))
            expect(plainText(sentence)).toMatch(
              /describes and (does not|is not used to) predict: .* separate 21-session spans?, correlation |describes, and its record of .* too short to say more|^Rotation: |not computable/,
            );
      }),
      options,
    );
  });

  it('are the same words for the same data', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        expect(JSON.stringify(composedAnew(chosen))).toBe(JSON.stringify(composed(chosen)));
      }),
      { numRuns: 8 },
    );
  });

  it('draw only series and figures that the report holds', () => {
    fc.assert(
      fc.property(cases, (chosen) => {
        const report = composed(chosen);
        for (const block of ours(report)) {
          if (block.kind !== 'chart') continue;
          if (block.type === 'lines')
            for (const line of block.lines) {
              const series = report.series[line.series]!;
              expect(series.values).toHaveLength(report.axes[series.axis]!.length);
            }
          if (block.type === 'bars')
            for (const bar of block.bars) expect(report.figures).toHaveProperty([bar.figure]);
          expect(block.alt.length).toBeGreaterThan(10);
        }
      }),
      options,
    );
  });
});
