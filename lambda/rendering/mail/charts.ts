import type { Chart, Report } from '../../report/schema.ts';
import { chartAlone } from '../view/chart.ts';
import { PageFigures } from '../view/figures.ts';
import type { MailImage } from '../view/mail.ts';
import { drawPng } from './draw.ts';

export interface DrawnChart extends MailImage {
  readonly png: Uint8Array;
}

/** The charts of a mail, in its order. */
const wanted = ['relative-strength', 'score-history'] as const;

/** Drawn for a phone, where the labels of its axes are then 9 px high or more; shown a fifth larger elsewhere. */
const drawnWidth = 360;
const shownWidth = 440;

/** Draws the charts that a mail shows, those of them that the report has. */
export async function drawMailCharts(report: Report): Promise<readonly DrawnChart[]> {
  const blocks = [...report.front.blocks, ...report.sections.flatMap((section) => section.blocks)];
  const charts = wanted.flatMap((id) =>
    blocks.filter((block): block is Chart => block.kind === 'chart' && block.id === id),
  );
  const figures = new PageFigures(report);
  return Promise.all(
    charts.map(async (chart) => {
      const { svg, height } = chartAlone(chart, drawnWidth, { report, figures });
      return {
        id: chart.id,
        title: chart.title,
        alt: chart.alt,
        width: shownWidth,
        height: Math.round((height * shownWidth) / drawnWidth),
        png: await drawPng(svg),
      };
    }),
  );
}
