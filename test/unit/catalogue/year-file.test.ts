import { describe, expect, it } from 'vitest';
import { parseYearData } from '../../../lambda/archive/site-data.ts';
import type { SessionLine, YearData } from '../../../lambda/catalogue/day.ts';
import { dataScript } from '../../../lambda/catalogue/script.ts';
import { mergeYearData } from '../../../lambda/catalogue/year-data.ts';
import { yearFileOf } from '../../../lambda/catalogue/year-file.ts';
import { wholeDays } from '../../../lambda/rendering/browser/whole.ts';
import fc from '../../support/fast-check.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

const head = { edition: 'TNA', title: 'Small caps', year: '2026' };
const archive = new MemoryArchive();
const usual = { revision: 1, simulated: false, incomplete: false, flip: false, pdf: false, corrected: null };
const plain: SessionLine = {
  ...{ ...usual, session: '2026-03-02', verdict: 'IWM +0.28 %, TNA −1.40 %: small caps lead.' },
  ...{ changes: [], state: 'small caps lead', side: 'own', numbers: [12, 0.0028, -0.014, null] },
};
const asScript = (file: object): Uint8Array => Buffer.from(dataScript('archive.year', file));
const readBack = (file: object): YearData | null => parseYearData(archive, '2026', asScript(file));
/** As a page reads it: JSON without a schema. */
const onPage = (file: object) => wholeDays([JSON.parse(JSON.stringify(file))]);

const text = fc
  .array(
    fc.constantFrom('IWM ', 'closes above ', '250.10', '−0.5 %', '7', '#', '1,234.5.', ' Dec 9, 2025', '“'),
  )
  .map((parts) => parts.join(''));
const line = fc.record<SessionLine>({
  session: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  revision: fc.integer({ min: 1, max: 3 }),
  ...{ simulated: fc.boolean(), incomplete: fc.boolean(), flip: fc.boolean(), pdf: fc.boolean() },
  ...{ verdict: text, changes: fc.array(text) },
  state: fc.constantFrom('small caps lead', 'large caps lead', null),
  side: fc.constantFrom('own', 'other', 'none', null),
  numbers: fc.array(fc.option(fc.constantFrom(1, -0.5, 0.0028)), { minLength: 4, maxLength: 4 }),
  corrected: fc.option(fc.record({ figures: fc.nat(9), note: text, largest: fc.constant(null) })),
});

describe('the file of a year', () => {
  it('says what it was given, to the archive and to a page, and is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const data = mergeYearData(null, head, lines);
        const file = yearFileOf(data);
        expect(readBack(file)).toEqual(data);
        const real = data.sessions.filter(({ simulated }) => !simulated);
        expect(onPage(file)).toEqual(real.length > 0 ? real : data.sessions);
        const again = mergeYearData(mergeYearData(null, head, data.sessions.slice(2)), head, data.sessions);
        expect(yearFileOf(again)).toEqual(file);
      }),
    );
  });

  it('has a sentence that differs in its numbers alone once', () => {
    const other = { ...plain, session: '2026-03-03', verdict: 'IWM −1.02 %, TNA +3.00 %: small caps lead.' };
    const file = yearFileOf(mergeYearData(null, head, [plain, other]));
    expect(file.texts).toEqual(['IWM # %, TNA # %: small caps lead.']);
    expect(file.states).toEqual([['small caps lead', 'own']]);
    expect(file.sessions).toEqual([
      ['03-03', '', 0, plain.numbers, [0, '−1.02', '+3.00'], []],
      ['03-02', '', 0, plain.numbers, [0, '+0.28', '−1.40'], []],
    ]);
  });

  it('is read as it was written before, and grows into the new form', () => {
    const { session, verdict, changes, state, side, numbers } = plain;
    const before = {
      ...{ schema: 'smallcap-briefing-year/1', ...head },
      sessions: [{ session, verdict, changes, state, side, numbers }],
    };
    expect(readBack(before)).toEqual({ ...head, sessions: [plain] });
    expect(onPage(before)).toEqual([plain]);
    const next = { ...plain, session: '2026-03-03' };
    expect(readBack(yearFileOf(mergeYearData(readBack(before), head, [next])))?.sessions).toEqual([
      next,
      plain,
    ]);
  });

  it.each([
    ['a text', { texts: [] }],
    ['a number', { texts: ['IWM #: small caps lead.'] }],
    ['a state', { states: [] }],
  ])('that lacks %s is refused by name', (_, changed) => {
    const other = { ...plain, session: '2026-03-03' };
    const file = { ...yearFileOf(mergeYearData(null, head, [plain, other])), ...changed };
    expect(() => readBack(file)).toThrow(
      /data\/2026\.js, field sessions: name a text or a state that the file/,
    );
  });
});
