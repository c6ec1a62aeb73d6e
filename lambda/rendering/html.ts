import Handlebars from 'handlebars';
import type { Report } from '../report/schema.ts';
import { assets, templateFile } from './assets.ts';
import { type PageView, pageView } from './view/page.ts';

const partials = [
  'absence',
  'block',
  'chart',
  'definitions',
  'figure',
  'front',
  'masthead',
  'prose',
  'section',
  'sentence',
  'stretch',
  'table',
];

interface Document {
  readonly page: PageView;
  readonly style: string;
  readonly script: string;
  readonly policy: string;
}

export { printParts } from './print-parts.ts';

let template: Handlebars.TemplateDelegate<Document> | undefined;

/**
 * The whole briefing as one HTML file: fonts, style and script inside, no request to anywhere. Made from the report
 * alone; the same report is the same bytes.
 *
 * @throws Error when the report refers to a figure or series that it does not hold, or lacks what a template prints
 */
export function renderHtml(report: Report): string {
  return htmlAround(report).join(assets().style);
}

/** The same page in two parts, without the style between them. @throws as `renderHtml` */
export function htmlAround(report: Report): readonly [before: string, after: string] {
  template ??= compile();
  const page = template({ page: pageView(report), ...assets(), style: '' });
  const at = page.indexOf('<style>') + '<style>'.length;
  return [page.slice(0, at), page.slice(at)];
}

/** Strict: a name that the data lacks throws instead of printing nothing. */
function compile(): Handlebars.TemplateDelegate<Document> {
  // Without `data` no frame of @index and @key is made for every turn of every loop: nothing here asks for one.
  const options = { strict: true, knownHelpersOnly: true, data: false };
  const handlebars = Handlebars.create();
  for (const name of partials) {
    handlebars.registerPartial(
      name,
      handlebars.compile(templateFile(`partials/${name}.hbs`).trimEnd(), options),
    );
  }
  return handlebars.compile<Document>(templateFile('briefing.hbs'), options);
}
