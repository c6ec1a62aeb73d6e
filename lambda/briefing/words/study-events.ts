import type { Edition } from '../../editions/edition.ts';

/** How an event of the studies is called. */
export interface EventName {
  /** At the head of a row: "Kind trend". */
  readonly label: string;
  /** Behind "after": "a kind trend begins". */
  readonly after: string;
  /** When it is one, where its name does not say. */
  readonly when?: string;
}

const ranked = (what: string, tenth: string) => `${what} in the ${tenth} tenth of five years`;

/** An event's name by its id; the id itself of one that has none. docs/methods/history.md. */
export function eventName({ underlying, sides, states }: Edition, id: string): EventName {
  const begins = (state: string): EventName => ({
    label: `${capital(state)} begins`,
    after: `${state} begins`,
  });
  const names: Readonly<Record<string, EventName>> = {
    [`${sides.own.id}-lead`]: begins(states.own),
    [`${sides.other.id}-lead`]: begins(states.other),
    'no-lead': begins(states.none),
    'high-vol': {
      ...{ label: 'High volatility', after: 'volatility turns high' },
      when: ranked(`${underlying}’s volatility of 21 sessions`, 'highest'),
    },
    'low-vol': {
      ...{ label: 'Low volatility', after: 'volatility turns low' },
      when: ranked(`${underlying}’s volatility of 21 sessions`, 'lowest'),
    },
    'heavy-decay': {
      ...{ label: 'Heavy decay', after: 'compounding turns heavy' },
      when: ranked('what compounding added over 21 sessions', 'lowest'),
    },
    'kind-trend': {
      ...{ label: 'Kind trend', after: 'compounding turns kind' },
      when: ranked('what compounding added over 21 sessions', 'highest'),
    },
    'fall-10': fall(underlying, 10),
    'fall-20': fall(underlying, 20),
    cut: { label: 'Cut by the Fed', after: 'the Fed cuts' },
    'first-cut': { label: 'First cut by the Fed', after: 'the Fed first cuts' },
    trough: { label: 'Trough announced', after: 'the end of a recession is announced' },
    ...similarDays,
  };
  return names[id] ?? { label: id, after: id };
}

const fall = (symbol: string, percent: number): EventName => ({
  label: `Fall of ${percent}\u202f%`,
  after: `${symbol} falls ${percent}\u202f% from its highest close`,
});

/** Groups of scores: docs/methods/history.md. */
const groups = ['−50 to −25', '−25 to −10', '−10 to 10', '10 to 25', '25 to 50', '50 or above'];

const similarDays: Readonly<Record<string, EventName>> = {
  'score-1': { label: 'Score below −50', after: 'a day with a score below −50' },
  ...Object.fromEntries(
    groups.map((of, at) => [
      `score-${at + 2}`,
      { label: `Score ${of}`, after: `a day with a score of ${of}` },
    ]),
  ),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
