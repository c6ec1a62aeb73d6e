import type { SessionLine } from './day.ts';

/** What is asked of a session: words that all must occur, and filters that all must hold. */
export interface Query {
  readonly words: readonly string[];
  readonly filters: readonly ((day: SessionLine) => boolean)[];
}

/** Numbers that can be compared, by their place in a day; per cent for returns, points for the excess return. */
const numbers: Readonly<Record<string, readonly [place: number, scale: number]>> = {
  score: [0, 1],
  fund: [1, 100],
  underlying: [2, 100],
  excess: [3, 100],
};

const sides: Readonly<Record<string, SessionLine['side']>> = { small: 'own', large: 'other', none: 'none' };

const marks: Readonly<Record<string, (day: SessionLine) => boolean>> = {
  flip: ({ flip }) => flip,
  corrected: ({ corrected }) => corrected !== null,
  incomplete: ({ incomplete }) => incomplete,
};

/**
 * A query as it is typed: `state:small`, `flip`, `corrected`, `incomplete`, `score>20`, `fund<-5`, `after:2026-03-01`,
 * `before:2026-04-01`; everything else is a word. `fund`, `underlying` and `excess` are of one day, in per cent and points.
 */
export function parseQuery(typed: string): Query {
  const words: string[] = [];
  const filters: ((day: SessionLine) => boolean)[] = [];
  for (const token of typed
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one !== '')) {
    const filter = filterOf(token);
    if (filter === null) words.push(token);
    else filters.push(filter);
  }
  return { words, filters };
}

function filterOf(token: string): ((day: SessionLine) => boolean) | null {
  if (marks[token] !== undefined) return marks[token];
  const [, side] = /^state:(small|large|none)$/.exec(token) ?? [];
  if (side !== undefined) return (day) => day.side === sides[side];
  const [, when, date = ''] = /^(after|before):(\d{4}(?:-\d{2}){0,2})$/.exec(token) ?? [];
  if (when === 'after') return (day) => day.session >= date;
  if (when === 'before') return (day) => day.session < date;
  const [, name = '', than, bound] = /^([a-z]+)([<>])([-+\u2212]?\d+(?:\.\d+)?)$/.exec(token) ?? [];
  const place = numbers[name];
  if (place === undefined) return null;
  const limit = Number(bound!.replace('\u2212', '-')) / place[1];
  return ({ numbers: of }) => {
    const value = of[place[0]] ?? null;
    return value !== null && (than === '<' ? value < limit : value > limit);
  };
}

/** Whether a day is what is asked for. */
export function matches(day: SessionLine, { words, filters }: Query): boolean {
  if (!filters.every((holds) => holds(day))) return false;
  if (words.length === 0) return true;
  // That no side leads has the words of those that do: `state:none` finds it.
  const state = day.side === 'none' ? '' : (day.state ?? '');
  const all = [day.session, day.verdict, ...day.changes, state, day.corrected?.note ?? ''];
  const searched = all.join('\n').toLowerCase();
  return words.every((word) => searched.includes(word));
}
