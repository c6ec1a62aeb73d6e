import { type CodedText, coder, decoded, repeatedTexts } from './coded-texts.ts';
import type { SessionLine, YearData } from './day.ts';

/**
 * `data/YEAR.js`: all that the site's scripts know of a year, handed over as `archive.year({…})`. A phone loads sixteen of
 * these to search, so names, states and sentences that repeat themselves are written once.
 */
export interface YearFile {
  readonly schema: 'smallcap-briefing-year/2';
  readonly edition: string;
  readonly title: string;
  readonly year: string;
  readonly states: readonly YearState[];
  readonly texts: readonly string[];
  /** Newest first. */
  readonly sessions: readonly YearRow[];
}

/** The rotation's state in words, and on whose side that is. */
export type YearState = readonly [state: SessionLine['state'], side: SessionLine['side']];

/** A session; what was changed after it was published stands at the end, where something was. */
export type YearRow = readonly [
  /** Month and day, as `12-31`. */
  day: string,
  /** A letter for each that holds: see {@link marks}. */
  marks: string,
  state: number,
  numbers: SessionLine['numbers'],
  verdict: CodedText,
  changes: readonly CodedText[],
  later?: Pick<SessionLine, 'revision' | 'corrected'> | undefined,
];

const marks = { s: 'simulated', i: 'incomplete', f: 'flip', p: 'pdf' } as const;
const letters = Object.keys(marks) as (keyof typeof marks)[];

/** As it is written: the same for the same sessions, in whatever order they came. */
export function yearFileOf({ edition, title, year, sessions }: YearData): YearFile {
  const named = sessions.map(({ state, side }): [string, YearState] => [`${state} ${side}`, [state, side]]);
  const states = [...new Map(named).values()];
  const texts = repeatedTexts(sessions.flatMap(({ verdict, changes }) => [verdict, ...changes]));
  const coded = coder(texts);
  const rowOf = (of: SessionLine): YearRow => {
    const row = [
      of.session.slice(5),
      letters.filter((letter) => of[marks[letter]]).join(''),
      states.findIndex(([state, side]) => state === of.state && side === of.side),
      of.numbers,
      coded(of.verdict),
      of.changes.map(coded),
    ] as const;
    const { revision, corrected } = of;
    return revision === 1 && corrected === null ? row : [...row, { revision, corrected }];
  };
  return {
    schema: 'smallcap-briefing-year/2',
    ...{ edition, title, year, states, texts },
    sessions: sessions.map(rowOf),
  };
}

/** The sessions of such a file, whole. */
export function linesIn({ year, states, texts, sessions }: YearFile): readonly SessionLine[] {
  return sessions.map(([day, marked, at, numbers, verdict, changes, later]) => {
    const [state, side] = states[at]!;
    return {
      session: `${year}-${day}`,
      revision: 1,
      simulated: marked.includes('s'),
      incomplete: marked.includes('i'),
      verdict: decoded(texts, verdict),
      changes: changes.map((change) => decoded(texts, change)),
      ...{ state, side, numbers },
      flip: marked.includes('f'),
      pdf: marked.includes('p'),
      corrected: null,
      ...later,
    };
  });
}
