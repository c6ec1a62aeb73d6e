import { describe, expect, it } from 'vitest';
import { readJson } from '../../../lambda/archive/bytes.ts';
import { readReport } from '../../../lambda/archive/report-file.ts';
import { report as schema } from '../../../lambda/report/schema.ts';
import fc from '../../support/fast-check.ts';
import { sampleReport } from '../../support/sample-report.ts';

const sample = sampleReport();
const [id, figure] = Object.entries(sample.figures).find(([, { reason }]) => reason !== undefined)!;
const { reason: _, ...withoutReason } = figure;
const bytesOf = (document: unknown) => Buffer.from(JSON.stringify(document));
const withFigure = (changed: unknown, name = id) => ({
  ...sample,
  figures: { ...sample.figures, [name]: changed },
});

/** What it is read as, or how it is refused. */
function outcomeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

const fields = [...Object.keys(figure), 'other'];
const change = fc.tuple(
  fc.constantFrom(...fields),
  fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined }),
);

describe('a report is read as its schema reads it', () => {
  it('whatever a field of a figure is', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 2 }), (changes) => {
        const bytes = bytesOf(withFigure({ ...figure, ...Object.fromEntries(changes) }));
        expect(outcomeOf(() => readReport(bytes, 'a report'))).toEqual(
          outcomeOf(() => readJson(schema, bytes, 'a report')),
        );
      }),
    );
  });

  it.each<[string, unknown, RegExp | null]>([
    ['as it is', sample, null],
    ['with a value that is too large for a number', 'too large', /figures\..*\.value/],
    ['with a figure that is a list', withFigure([figure]), /figures\./],
    [
      'with a figure of an input that is no text',
      withFigure({ ...figure, inputs: ['bars:IWM', 7] }),
      /figures\./,
    ],
    ['with a figure of a field more', withFigure({ ...figure, other: 1 }), /figures\./],
    ['with a figure of a field more and no reason', withFigure({ ...withoutReason, other: 1 }), /figures\./],
    ['with figures in a list', { ...sample, figures: [figure] }, /field figures/],
    ['without figures', { ...sample, figures: undefined }, /field figures/],
    ['with a fault elsewhere', { ...sample, session: 7 }, /field session/],
    ['that is a list', [sample], /a report: /],
  ])('%s', (name, document, refusal) => {
    const text = JSON.stringify(document);
    const huge = JSON.stringify(withFigure({ ...figure, value: 1.5 })).replace(
      '"value":1.5',
      '"value":1e999',
    );
    const bytes = Buffer.from(name.includes('too large') ? huge : text);
    const read = outcomeOf(() => readReport(bytes, 'a report'));
    expect(read).toEqual(outcomeOf(() => readJson(schema, bytes, 'a report')));
    if (refusal === null) expect(read).toEqual(sample);
    else expect(read).toMatch(refusal);
  });

  it('with an id that every object has', () => {
    const bytes = Buffer.from(JSON.stringify(sample).replace(`"${id}":{`, '"__proto__":{'));
    expect(Object.keys(readReport(bytes, 'a report').figures)).not.toContain('__proto__');
  });
});
