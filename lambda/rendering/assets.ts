import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Next to the code where it was bundled into one file; otherwise in the source tree. */
const bundled = new URL('./templates/', import.meta.url);
const templates = existsSync(bundled) ? bundled : new URL('../../templates/', import.meta.url);

/** Style sheets in cascade order. */
const sheets = ['tokens', 'page', 'tables', 'charts', 'closing', 'layout', 'print'];

/** Faces of Inter that the page embeds: static files, since a variable font turns nameless in a PDF; cut down, see `templates/fonts`. */
const faces = [
  ...[400, 500, 600].map((weight) => ({ family: 'Inter', weight: `${weight}`, file: `${weight}` })),
  // Greek is rare here, a sigma now and then: one weight serves for all, behind Inter in the list of families.
  { family: 'Inter Greek', weight: '400 700', file: 'greek-500' },
];

export interface Assets {
  readonly style: string;
  readonly script: string;
  /**
   * Content security policy that lets in this style and this script, by hash, and what this script itself loads, which is
   * `../here.js` of an archive; nothing else from anywhere.
   */
  readonly policy: string;
}

let kept: Assets | undefined;

/** Text of a file under `templates/`. */
export function templateFile(path: string): string {
  return readFileSync(new URL(path, templates), 'utf8');
}

/** `@font-face` rules with the fonts in them, for the page and for running headers; all faces, or the named files. */
export function fontFaces(files: readonly string[] = faces.map((face) => face.file)): string {
  return faces
    .filter((face) => files.includes(face.file))
    .map(({ family, weight, file }) => {
      const bytes = readFileSync(new URL(`fonts/inter-${file}.woff2`, templates));
      return (
        `@font-face{font-family:${family};font-style:normal;font-weight:${weight};` +
        `src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}`
      );
    })
    .join('');
}

/** Style, script and policy of every page: read once, then kept. */
export function assets(): Assets {
  if (kept === undefined) {
    const style = fontFaces() + sheets.map((name) => squeeze(templateFile(`styles/${name}.css`))).join('');
    const script = templateFile('scripts/here.js') + templateFile('scripts/tell.js');
    const policy =
      `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}' 'strict-dynamic'; font-src data:; ` +
      `base-uri 'none'; form-action 'none'`;
    kept = { style, script, policy };
  }
  return kept;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Style sheets are written for people; line breaks and indents need not travel. */
function squeeze(css: string): string {
  return css.replace(/\s*\n\s*/g, ' ').trim();
}
