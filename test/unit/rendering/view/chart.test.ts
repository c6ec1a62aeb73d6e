import { describe, expect, test } from 'vitest';
import { chartAlone, chartView } from '../../../../lambda/rendering/view/chart.ts';
import { PageFigures } from '../../../../lambda/rendering/view/figures.ts';
import type { Chart, Report } from '../../../../lambda/report/schema.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const sample = sampleReport();

function charts(report: Report): Chart[] {
  return [...report.front.blocks, ...report.sections.flatMap(({ blocks }) => blocks)].filter(
    (block) => block.kind === 'chart',
  );
}

function drawn(report: Report, id: string, size = 'narrow'): string {
  const chart = charts(report).find((one) => one.id === id)!;
  const view = chartView(chart, 'full', { report, figures: new PageFigures(report) });
  return view.shapes + view.variants.find((variant) => variant.size === size)!.svg;
}

/** Places of the marks of a class that are boxes, in their order. */
function boxes(svg: string, classes: string): number[][] {
  const [, d = ''] = new RegExp(`<path class="${classes}" d="([^"]*)"`).exec(svg) ?? [];
  return [...d.matchAll(/M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)/g)].map((found) => found.slice(1).map(Number));
}

describe.each(charts(sample).map(({ id }) => id))('the chart %s', (id) => {
  test('is drawn as it was reviewed', async () => {
    const chart = charts(sample).find((one) => one.id === id)!;
    const { svg } = chartAlone(chart, 350, { report: sample, figures: new PageFigures(sample) });
    const lines = svg.replaceAll('><', '>\n<');
    await expect(`${lines}\n`).toMatchFileSnapshot(`../../golden/charts/${id}.svg`);
  });

  test('is an image at each of its widths, named by its heading and the words beside it', () => {
    const chart = charts(sample).find((one) => one.id === id)!;
    const view = chartView(chart, 'full', { report: sample, figures: new PageFigures(sample) });
    expect(view.alt).toBe(chart.alt);
    for (const { svg } of view.variants)
      expect(svg).toContain(`role="img" aria-labelledby="${id}-t ${id}-d"`);
  });

  test('has its own name and words where it is alone', () => {
    const chart = charts(sample).find((one) => one.id === id)!;
    const { svg } = chartAlone(chart, 360, { report: sample, figures: new PageFigures(sample) });
    expect(svg).toContain(`${chart.alt}</desc>`);
    expect(svg).not.toContain('<use');
  });

  test('uses at every width only shapes that are on the page', () => {
    const chart = charts(sample).find((one) => one.id === id)!;
    const view = chartView(chart, 'full', { report: sample, figures: new PageFigures(sample) });
    const made = new Set([...view.shapes.matchAll(/<path id="([^"]+)"/g)].map(([, name]) => name));
    const used = view.variants.map(({ svg }) =>
      [...svg.matchAll(/<use href="#([^"]+)"/g)].map(([, name]) => name),
    );
    for (const names of used) expect(new Set(names)).toEqual(made);
  });

  test('has room for everything it says: no text runs out of its sides', () => {
    for (const size of ['narrow', 'regular', 'wide', 'page']) {
      const svg = drawn(sample, id, size);
      const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)![1]);
      const groups = svg.matchAll(/<g class="[^"]*"(?: text-anchor="(\w+)")?>(.*?)<\/g>/g);
      const texts = [...groups].flatMap(([, anchor, inside = '']) =>
        [...inside.matchAll(/<text x="(-?[\d.]+)" y="[^"]*">([^<]*)/g)].map(([, x, words]) => ({
          x,
          anchor,
          words,
        })),
      );
      expect(texts.length).toBeGreaterThan(2);
      for (const { x, anchor, words } of texts) {
        // At least four pixels a letter: less than any estimate, so that what fails really does not fit.
        const length = [...words!].length * 4;
        const left = Number(x) - (anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0);
        expect(left, `${size}: ${words}`).toBeGreaterThanOrEqual(-1);
        expect(left + length, `${size}: ${words}`).toBeLessThanOrEqual(width + 1);
      }
    }
  });
});

describe('what charts do with awkward data', () => {
  test('missing values leave gaps and no NaN', () => {
    const report = sampleReport();
    for (const series of Object.values(report.series)) series.values.fill(null, 1);
    for (const figure of Object.values(report.figures)) {
      if (typeof figure.value === 'number')
        Object.assign(figure, { value: null, status: 'missing', reason: 'gone' });
    }
    for (const { id } of charts(report)) expect(drawn(report, id)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('constant series have a range', () => {
    const report = sampleReport();
    for (const series of Object.values(report.series)) series.values.fill(100);
    for (const { id } of charts(report)) expect(drawn(report, id)).not.toMatch(/NaN|Infinity/);
  });

  test('hostile words stay words', () => {
    const report = sampleReport();
    const chart = charts(report).find(({ type }) => type === 'lines')!;
    chart.title = '"><script>alert(1)</script>';
    chart.alt = "</desc><img src=x onerror='alert(1)'>\u0000";
    if (chart.type === 'lines') chart.lines[0]!.label = '<b>&amp;';
    const svg = drawn(report, chart.id);
    expect(svg).not.toMatch(/<script|<img|<b>/);
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;b&gt;&amp;amp;');
  });

  test('a bar cut at the range says so, and its number stays whole', () => {
    const svg = drawn(sample, 'components');
    expect(/class="cut" d="([^"]*)"/.exec(svg)![1]!.match(/M/g)).toHaveLength(2);
    expect(svg).toContain('−2.53');
  });

  test('the ranges of the next step follow the end of the price, the wider below the nearer', () => {
    const svg = drawn(sample, 'levels');
    expect(svg.indexOf('band far')).toBeLessThan(svg.indexOf('band near'));
    const [far, near] = ['far', 'near'].map((role) => {
      const [[x, y, , height] = []] = boxes(svg, `band ${role}`);
      return [x!, y!, height!];
    });
    const end = Number(/<circle class="dot accent" cx="([\d.]+)"/.exec(svg)![1]);
    expect(far![0]).toBeGreaterThan(end);
    expect(far![2]).toBeCloseTo(2 * near![2]!, 0);
    expect(far![1]).toBeLessThan(near![1]!);
  });

  test('a line without a name is drawn and not named', () => {
    const report = sampleReport();
    const chart = charts(report).find(({ id }) => id === 'relative-strength')!;
    if (chart.type !== 'lines') throw new Error('the sample has no lines');
    const names = (svg: string) =>
      [...svg.matchAll(/<g class="name [^>]*>(.*?)<\/g>/g)].flatMap(([, inside]) => inside!.match(/<text/g))
        .length;
    const before = drawn(report, chart.id);
    chart.lines[2]!.label = '';
    const after = drawn(report, chart.id);
    expect(names(after)).toBe(names(before) - 1);
    expect(after.match(/class="line /g)).toHaveLength(before.match(/class="line /g)!.length);
  });

  test('a reference to a series that is not there is an error', () => {
    const report = sampleReport();
    delete report.series['iwm-spy'];
    expect(() => drawn(report, 'relative-strength')).toThrow('no series iwm-spy');
  });
});
