import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Handlebars from 'handlebars';
import { keys } from '../archive-layout.ts';
import { claimTitles } from '../briefing/words/claim-titles.ts';
import { familyWords } from '../briefing/words/families.ts';
import { measures, units } from '../briefing/words/measures.ts';
import { dataScript } from '../catalogue/script.ts';
import { templateFile } from './assets.ts';
import type { FrontPage, SessionPage, YearPage } from './view/site/pages.ts';
import { type ShellPage, shells } from './view/site/shells.ts';

const require = createRequire(import.meta.url);
const partials = ['sentence', 'report', 'keys', 'columns', 'buttons', 'calendar', 'lines'];

/** Sheets of the briefing that the site shares, before its own. */
const sheets = [
  'styles/tokens',
  'styles/page',
  'styles/tables',
  'styles/closing',
  'styles/layout',
  'styles/charts',
  'site/site',
  'site/tools',
];

interface Pages {
  readonly front: FrontPage;
  readonly year: YearPage;
  readonly session: SessionPage;
  readonly missing: { readonly title: string; readonly description: string };
  readonly shell: ShellPage;
}

let kept: ReadonlyMap<string, Uint8Array> | undefined;

/** What every page of the site loads, by key: named by a hash of it all, so that none ever changes. */
export function siteFiles(): ReadonlyMap<string, Uint8Array> {
  if (kept === undefined) {
    const font = (weight: number) =>
      readFileSync(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));
    const css = sheets.map((name) => templateFile(`${name}.css`).replaceAll(/\s*\n\s*/g, ' ')).join('\n');
    const named: readonly (readonly [string, Uint8Array])[] = [
      ['inter-400.woff2', font(400)],
      ['inter-600.woff2', font(600)],
      ['icon.svg', Buffer.from(templateFile('site/icon.svg'))],
      ['site.js', Buffer.from(templateFile('site/site.js'))],
      [
        'formats.js',
        Buffer.from(
          dataScript('archive.formats', { measures, units, families: familyWords, claims: claimTitles() }),
        ),
      ],
      ['site.css', Buffer.from(css)],
    ];
    const hash = createHash('sha256');
    for (const [name, bytes] of named) hash.update(name).update(bytes);
    const folder = keys.site(hash.digest('hex').slice(0, 12));
    kept = new Map(named.map(([name, bytes]) => [folder + name, bytes]));
  }
  return kept;
}

const templates = new Map<keyof Pages, Handlebars.TemplateDelegate>();

/**
 * A page of the archive's site: it requests only the files of `siteFiles`, and is whole without any script unless it
 * is a shell.
 * @param root from the page to the archive's root, `../` each step
 * @throws Error when the page lacks what a template prints
 */
export function sitePage<K extends keyof Pages>(
  kind: K,
  page: Pages[K],
  heading: string,
  root: string,
): string {
  const template = templates.get(kind) ?? compile(kind);
  templates.set(kind, template);
  const folder = [...siteFiles().keys()][0]!.replace(/[^/]*$/, '');
  const name = kind === 'shell' ? (page as ShellPage).kind : kind;
  return template({
    page,
    kind: name,
    heading,
    root,
    assets: root + folder,
    nav: [
      { text: 'Newest', href: `${root}index.html`, here: kind === 'front' },
      ...shells
        .filter(({ nav }) => nav !== '')
        .map((one) => ({ text: one.nav, href: `${root}${one.kind}.html`, here: one.kind === name })),
    ],
  });
}

function compile(kind: keyof Pages): Handlebars.TemplateDelegate {
  const options = { strict: true, knownHelpersOnly: true, data: false };
  const handlebars = Handlebars.create();
  for (const name of [...partials, kind]) {
    const text = templateFile(`site/${name}.hbs`).trimEnd();
    handlebars.registerPartial(name === kind ? 'body' : name, handlebars.compile(text, options));
  }
  return handlebars.compile(templateFile('site/page.hbs'), options);
}
