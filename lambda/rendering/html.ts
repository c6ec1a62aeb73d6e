import Handlebars from 'handlebars';
import type { Report } from '../report/schema.ts';
import { assets, templateFile } from './assets.ts';
import type { Paper } from './printer.ts';
import type { Medium } from './view/figures.ts';
import { type PageView, pageView } from './view/page.ts';

const partials = [
  'absence',
  'block',
  'chart',
  'definitions',
  'front',
  'masthead',
  'notes',
  'prose',
  'section',
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

/** Partials that differ by medium: on paper a figure is no link, since its record is not printed. */
const figurePartials = {
  screen: { figure: 'figure', 'cell-figure': 'cell-figure', 'key-figure': 'figure', sentence: 'sentence' },
  paper: {
    figure: 'figure-on-paper',
    'cell-figure': 'figure-on-paper',
    'key-figure': 'key-figure-on-paper',
    sentence: 'sentence-on-paper',
  },
} as const;

/**
 * The whole briefing as one HTML file: fonts, style and script inside, no request to anywhere. Made from the report
 * alone; the same report is the same bytes. For paper it is without what only a screen shows and without links to records
 * that are not printed.
 *
 * @param paper how large the sheet is: the smallest one where it is not said
 * @throws Error when the report refers to a figure or series that it does not hold, or lacks what a template prints
 */
export function renderHtml(report: Report, medium: Medium = 'screen', paper?: Paper): string {
  return htmlAround(report, medium, paper).join(assets().style);
}

/** The page in two parts, without the style between them. @throws as `renderHtml` */
export function htmlAround(
  report: Report,
  medium: Medium = 'screen',
  paper?: Paper,
): readonly [before: string, after: string] {
  const document: Document = { page: pageView(report, medium, paper), ...assets(), style: '' };
  const page = compiled('briefing.hbs')(document, {
    partials: partialsOf(medium),
    helpers: helpersOf(medium),
  });
  const at = page.indexOf('<style>') + '<style>'.length;
  return [page.slice(0, at), page.slice(at)];
}

const helpersOf = (medium: Medium) => ({
  onScreen(this: unknown, { fn }: Handlebars.HelperOptions) {
    return medium === 'screen' ? fn(this) : '';
  },
});

function partialsOf(medium: Medium): Readonly<Record<string, Handlebars.TemplateDelegate>> {
  const named = { ...Object.fromEntries(partials.map((name) => [name, name])), ...figurePartials[medium] };
  return Object.fromEntries(
    Object.entries(named).map(([name, file]) => [name, compiled(`partials/${file}.hbs`)]),
  );
}

const handlebars = Handlebars.create();
const templates = new Map<string, Handlebars.TemplateDelegate>();

/**
 * A template, compiled once for both media, which takes longer than to fill it in. Strict: a name that the data lacks throws
 * instead of printing nothing.
 */
function compiled(file: string): Handlebars.TemplateDelegate {
  const known = templates.get(file);
  if (known !== undefined) return known;
  // Without `data` no frame of @index and @key is made for every turn of every loop: nothing here asks for one.
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: { onScreen: true }, data: false };
  const text = templateFile(file);
  const template = handlebars.compile(file.startsWith('partials/') ? text.trimEnd() : text, options);
  templates.set(file, template);
  return template;
}
