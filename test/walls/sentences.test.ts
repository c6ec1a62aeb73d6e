import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { expect, it } from 'vitest';

/*
 * Why something is so travels as a code with parameters and becomes words where a person reads it. A rule that looks for
 * words in such a text decides by a sentence that the next commit may rephrase.
 */

const lambda = join(import.meta.dirname, '../../lambda');

/** Names of what holds a sentence. */
const sentences =
  /^(reason|why|note|text|words|message|sentence|remark|caveat|plain|said|hint|label|problem|source|side)$/;
/** Ways to look into a text. */
const looking = /^(startsWith|endsWith|includes|indexOf|match|matchAll|search|split|replace|replaceAll)$/;

/** Where a text is what a rule is about, and why. */
const allowed: readonly (readonly [file: RegExp, why: string])[] = [
  [/^(sources\/.*pars(e|ing)|sources\/http\/(redact|client))/, 'bytes of others, which are to be read'],
  [/^outside-text\.ts$/, 'takes from a text what acts on whoever shows it'],
  [/^report\/published-text\.ts$/, 'the one text in which archives of every age hold reasons and notes'],
  [/^rendering\/(chromium|pdf|charts)\//, 'output of another program, PDF strings, escapes'],
  [/^delivery\/(sns|addresses)\.ts$/, 'characters that a subject may not have; addresses to be hidden'],
  [/^cli\/(run|options|terminal|npm\/.*)\.ts$/, 'what a user typed, and how wide a line is'],
  [/^(aws\/secrets|cli\/given-once|config|runtime\/.*)\.ts$/, 'settings'],
  [/^rendering\/view\/mail-text\.ts$/, 'lines of a mail are wrapped'],
  [/^rendering\/view\/(slack|teams)\.ts$/, 'characters that a chat service takes for a command'],
  [/^briefing\/words\/number\.ts$/, 'digits of a number'],
  [
    /^briefing\/words\/readers-words\.ts$/,
    'dates, windows and ids of a text for operators, as readers write them',
  ],
  [/^briefing\/sections\/methods\/flags\.ts$/, 'a full stop behind a text that has none'],
  [/^catalogue\/coded-texts\.ts$/, 'the numbers of a text are written apart from it, and put back'],
  [/^steps\/run-entry\.ts$/, 'where the archive lies is taken out of what readers see'],
  [/^rendering\/view\/table-width\.ts$/, 'how wide the words of a label are'],
  [/^cli\/aws\/following\.ts$/, 'the error with which an execution in AWS ended'],
  [/^sources\/live\/outcome\.ts$/, 'no full stop before a semicolon'],
];

function nameOf(node: Expression): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ChainExpression') return nameOf(node.expression as Expression);
  if (node.type === 'TSNonNullExpression') return nameOf(node.expression);
  if (node.type === 'ParenthesizedExpression') return nameOf(node.expression);
  if (node.type === 'LogicalExpression') return nameOf(node.left);
  if (node.type === 'CallExpression') return nameOf(node.callee);
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return node.property.name;
  return '';
}

/** Where a file decides by a sentence, with the lines. */
function readSentences(code: string, path = 'a.ts'): string[] {
  const found: string[] = [];
  const tell = (what: string, at: number) =>
    found.push(`line ${code.slice(0, at).split('\n').length}: ${what}`);
  new Visitor({
    CallExpression({ callee, arguments: [first], start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const method = callee.property.name;
      const of = nameOf(callee.object);
      if (looking.test(method) && sentences.test(of)) tell(`${of}.${method}`, start);
      if (!/^(test|exec)$/.test(method) || first === undefined || first.type === 'SpreadElement') return;
      if (sentences.test(nameOf(first))) tell(`${method} of ${nameOf(first)}`, start);
    },
    BinaryExpression({ operator, left, right, start }) {
      if (!/^[!=]==$/.test(operator)) return;
      for (const [one, other] of [
        [left, right],
        [right, left],
      ] as const)
        if (other.type === 'Literal' && typeof other.value === 'string' && /\s/.test(other.value))
          if (sentences.test(nameOf(one as Expression)))
            tell(`${nameOf(one as Expression)} ${operator}`, start);
    },
  }).visit(parseSync(path, code).program);
  return found;
}

const files = readdirSync(lambda, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

it.each([
  ["if (figure.reason?.startsWith('no RVX')) x();", 'reason.startsWith'],
  ["const [first] = (book.get(id).reason ?? '').split('; ');", 'reason.split'],
  ['if (/^not reachable/.test(why)) x();', 'test of why'],
  ['if (/proxy/.test(plain(sentence))) x();', 'test of plain'],
  ["if (flag.text === 'two sources disagree') x();", 'text ==='],
])('finds a rule that reads a sentence: %s', (code, what) => {
  expect(readSentences(code)).toEqual([`line 1: ${what}`]);
});

it.each([
  "if (hasReason(reasons, 'no-bar')) x();",
  "if (flag.code === 'sources-disagree') x();",
  "const key = subject.startsWith('bars:');",
  "if (text === '') x();",
])('lets a rule by codes and keys pass: %s', (code) => {
  expect(readSentences(code)).toEqual([]);
});

it('no rule reads a sentence', () => {
  const broken = files
    .filter((path) => !allowed.some(([file]) => file.test(path)))
    .flatMap((path) =>
      readSentences(readFileSync(join(lambda, path), 'utf8'), path).map((what) => `${path}, ${what}`),
    );
  expect(broken).toEqual([]);
});

it('every file on the list of exceptions looks into a text', () => {
  for (const [file, why] of allowed) {
    const reading = files
      .filter((path) => file.test(path))
      .flatMap((path) => readSentences(readFileSync(join(lambda, path), 'utf8'), path));
    expect(reading.length, `${file}: ${why}`).toBeGreaterThan(0);
  }
});
