import { describe, expect, it } from 'vitest';
import { shortText } from '../../../lambda/delivery/short-text.ts';
import { sampleReport } from '../../support/sample-report.ts';

const report = sampleReport();
const linesOf = (...of: Parameters<typeof shortText>) => shortText(...of).text.split('\n');

describe('a short text', () => {
  it('names the session, a revision from the second on, and what marks its data first', () => {
    const title = 'Small-cap rotation & TNA, Wed Dec 31, 2025';
    expect(shortText(report).subject).toBe(`SIMULATED DATA · ${title}`);
    expect(linesOf(report)[0]).toBe(title);
    expect(linesOf({ ...report, revision: 2 })[0]).toBe(`${title}, revision 2`);
    const real = { ...report, marks: { simulated: false, incomplete: false, incompleteBecause: [] } };
    expect(shortText(real).subject).toBe(title);
    expect(shortText(real).text).not.toContain('SIMULATED');
  });

  it('has the key figures below one another', () => {
    const rows = linesOf(report).filter((line) =>
      report.front.keys.some(({ label }) => line.startsWith(label)),
    );
    expect(rows).toHaveLength(report.front.keys.length);
    const widest = Math.max(...report.front.keys.map(({ label }) => label.length));
    for (const row of rows) {
      expect(row.slice(widest, widest + 2)).toBe('  ');
      expect(row[widest + 2]).not.toBe(' ');
      expect(row).toBe(row.trimEnd());
    }
  });

  it('lists reasons and changes, and has no heading over no changes', () => {
    const text = { parts: ['A reason.'], figures: [] };
    const { changes } = report.front;
    const without = { ...report, front: { ...report.front, changes: { ...changes, items: [] } } };
    expect(linesOf({ ...report, front: { ...report.front, notices: [text] } })).toContain('- A reason.');
    expect(linesOf(report)).toEqual(
      expect.arrayContaining(['Changed since Tue Dec 30, 2025', '- Nothing material changed.']),
    );
    expect(shortText(without).text).not.toContain('Changed since');
  });

  it('of a figure that the report does not hold is refused', () => {
    expect(() => shortText({ ...report, figures: {} })).toThrow('does not hold');
  });
});
