import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, it } from 'vitest';
import { editionNames, editionOf } from '../../lambda/editions/index.ts';

const lambda = join(import.meta.dirname, '../../lambda');
const infra = join(import.meta.dirname, '../../infra');
const templates = join(import.meta.dirname, '../../templates');
const editions = editionNames.map(editionOf);

/** Tickers, macro series and the names of the sides: each edition has its own. */
const own = new RegExp(
  `(?<![\\w^])(${[
    ...editions.flatMap(({ symbols }) => symbols.map(({ symbol }) => symbol.replace('^', '\\^?'))),
    ...editions.flatMap(({ macro }) => macro.map(({ series }) => series)),
  ].join('|')})(?!\\w)|([Ss]mall|[Ll]arge|[Mm]ega)([ -]cap|caps)s?\\b|Russell|three times|3×`,
);

/** Where such a word is allowed, and why. */
const allowed: readonly (readonly [file: RegExp, why: string])[] = [
  [/^editions\//, 'the editions themselves'],
  [
    /^(providers|sources\/(providers|simulated))\//,
    'what one provider, or the simulated market, calls its series',
  ],
  [
    /^calendar\/(publication-days|releases)\.ts$/,
    'days and hours on which publishers released a series: facts',
  ],
  [/^briefing\/sections\/macro\/rows\.ts$/, 'NFCI is what its publisher calls that index'],
  [/^(report\/schema|sources\/parsers)\.ts$/, 'an example of an id'],
  [/^sources\/parsing\/symbols\.ts$/, 'spellings of indices in files of data'],
  [/^sources\/parsing\/split-jump\.ts$/, 'falls that were none, each of one symbol on one day: facts'],
];

/** The words of a file's strings and templates that belong to an edition, with their lines. */
function editionWords(code: string, path = 'a.ts'): string[] {
  const found: string[] = [];
  const look = (text: unknown, at: number) => {
    const [word] = (typeof text === 'string' && own.exec(text)) || [];
    if (word !== undefined) found.push(`line ${code.slice(0, at).split('\n').length}: ${word}`);
  };
  new Visitor({
    Literal: (node) => look('regex' in node ? node.regex.pattern : node.value, node.start),
    TemplateElement: (node) => look(node.value.cooked, node.start),
  }).visit(parseSync(path, code).program);
  return found;
}

const sourceFiles = readdirSync(lambda, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

it('finds tickers, series and names of sides in code', () => {
  expect(editionWords("const a = 'IWM';")).toEqual(['line 1: IWM']);
  expect(editionWords('\nsay(`\u0024{x} of the small caps`);')).toEqual(['line 2: small caps']);
  expect(editionWords("const key = 'macro:DGS2';\nconst p = /^bars:TNA$/;")).toHaveLength(2);
  expect(editionWords("const a = 'smallcap-briefing/1'; // IWM")).toEqual([]);
});

it('words of one edition are in the editions alone', () => {
  const broken = sourceFiles
    .filter((path) => !allowed.some(([file]) => file.test(path)))
    .flatMap((path) =>
      editionWords(readFileSync(join(lambda, path), 'utf8'), path).map((word) => `${path}, ${word}`),
    );
  expect(broken).toEqual([]);
});

it('infra has none', () => {
  const broken = readdirSync(infra, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      editionWords(readFileSync(join(infra, path), 'utf8'), path).map((word) => `${path}, ${word}`),
    );
  expect(broken).toEqual([]);
});

it('every file on the list of exceptions has such a word', () => {
  for (const [file, why] of allowed) {
    const words = sourceFiles
      .filter((path) => file.test(path))
      .flatMap((path) => editionWords(readFileSync(join(lambda, path), 'utf8'), path));
    expect(words.length, `${file}: ${why}`).toBeGreaterThan(0);
  }
});

it('templates have none', () => {
  const broken = readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(hbs|html|css|js)$/.test(path))
    .filter((path) => own.test(readFileSync(join(templates, path), 'utf8')));
  expect(broken).toEqual([]);
});
