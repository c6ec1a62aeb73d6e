import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { FigureBook } from '../../../figures/book.ts';
import { memo } from '../../../market-data/memo.ts';
import type { Figure, Prose, Sentence } from '../../../report/schema.ts';
import { formatNumber } from '../../words/format.ts';
import { absentCalendars } from '../calendar/gaps.ts';
import type { Context } from '../context.ts';
import { listOf, text } from '../plain.ts';

/** Figures that one sentence rests on; the book says of every figure why it is not fresh. */
const cited = 4;

const headings = [
  ['proxy', 'Proxy'],
  ['stale', 'Stale'],
  ['missing', 'Missing'],
] as const;

/** What one reason says of several series at once. */
interface Gap {
  /** The reason with `…` in the series' place. */
  readonly words: string;
  readonly subjects: Set<string>;
  readonly ids: string[];
}

/**
 * Every proxy, every stale and every missing figure: one sentence a reason, the series that it holds for together,
 * the reasons with most figures first.
 */
export function gaps(context: Context): Prose {
  const { book, edition } = context;
  const subjects = subjectsOf(edition);
  const flawed = [...book.entries()]
    .filter(([id, { status }]) => status !== 'fresh' && !isToldByTwin(book, id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sentences = headings.flatMap(([status, heading]) => {
    const those = flawed.filter(([, figure]) => figure.status === status);
    return byReason(those, subjects).map((gap) => sentenceOf(heading, gap));
  });
  const all = [...sentences, ...notAtHand(context)];
  return listOf(
    'methods.gaps',
    'Stand-ins and gaps',
    all.length > 0 ? all : [text('Every figure is there, and none rests on a stand-in.')],
  );
}

/** What has no figures at all while it is not at hand, in one sentence; their own sections say why. */
function notAtHand({ book, edition, header, view }: Context): Sentence[] {
  const { disclosures } = view.panel;
  const absent = [
    ...(book.has(`capex.${edition.basket.id}.q`) ? [] : ['company filings']),
    ...edition.holdings
      .filter((fund) => !disclosures.holdings.has(fund))
      .map((fund) => `the holdings of ${fund}`),
    ...absentCalendars(header),
  ];
  return absent.length === 0
    ? []
    : [text(`Not at hand, for the reasons in their sections: ${absent.join(', ')}.`)];
}

/** A reading has either the day on which it became known or its usual one; without both there is a gap. */
function isToldByTwin(book: FigureBook, id: string): boolean {
  const [, reading, which] = /^(.*)\.(knownsince|usualdate)$/.exec(id) ?? [];
  const twin = `${reading}.${which === 'knownsince' ? 'usualdate' : 'knownsince'}`;
  return which !== undefined && book.has(twin) && book.get(twin).value !== null;
}

/** What a reason may be about: the edition's symbols, their proxies, and its macro series. */
function subjectsOf({ symbols, macro }: Edition): ReadonlySet<string> {
  return new Set([
    ...symbols.flatMap(({ symbol, alternates = [] }) => [symbol, ...alternates]),
    ...macro.map(({ series }) => series),
  ]);
}

function byReason(figures: readonly (readonly [string, Figure])[], subjects: ReadonlySet<string>): Gap[] {
  // Hundreds of figures share a few dozen reasons.
  const partsOf = memo((reason: string) => reason.split('; ').map((part) => aboutSubject(part, subjects)));
  const found = new Map<string, Gap>();
  for (const [id, figure] of figures) {
    for (const { words, subject } of partsOf(figure.reason ?? 'no reason is given')) {
      const gap = found.get(words) ?? { words, subjects: new Set(), ids: [] };
      if (subject !== undefined) gap.subjects.add(subject);
      gap.ids.push(id);
      found.set(words, gap);
    }
  }
  return [...found.values()].sort((a, b) => b.ids.length - a.ids.length);
}

/** A reason with `…` in the place of the first series that it names, and that series. */
function aboutSubject(
  reason: string,
  subjects: ReadonlySet<string>,
): { words: string; subject: string | undefined } {
  const tokens = reason.split(' ');
  const at = tokens.findIndex((token) => subjects.has(token));
  const subject = tokens[at];
  if (subject !== undefined) tokens[at] = '…';
  return { words: tokens.join(' '), subject };
}

function sentenceOf(heading: string, { words, subjects, ids }: Gap): Sentence {
  const names = [...subjects];
  const last = names.at(-1) ?? '';
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  // "AAPL has no …" is said of one symbol; of several they have none.
  const said = (names.length > 1 ? inPlural(words) : words).replace('…', listed);
  const count = `${formatNumber(ids.length, 0)} ${plural(ids.length, 'figure')}`;
  return text(`${heading}: ${said} (${count}).`, ids.slice(0, cited));
}

/** What is said of one series, of several: "AAPL and TSLA have no bar", "TNA and TZA do not reach back". */
const inPlural = (words: string): string =>
  words
    .replace(/^… has /, '… have ')
    .replace(/^… does /, '… do ')
    .replace(/^… is /, '… are ')
    .replace(/^… stands in /, '… stand in ')
    .replace(/^… and (.*) do not both /, '… and $1 do not all ');
