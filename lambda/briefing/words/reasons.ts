import { counted } from '../../counted.ts';
import { inOneText } from '../../report/published-text.ts';
import type { Reason, ReasonCode, ReasonOf } from '../../series/reason.ts';
import { formatWholeMonth } from './date.ts';
import { asPublished, type Idiom } from './idiom.ts';
import { formatNumber, NARROW } from './number.ts';
import { type ReasonScope, scopeOf } from './shared-reasons.ts';

/** Whom a reason is said of: one series, or several at once; its windows; and how ids and days are said. */
interface About {
  readonly names: string;
  readonly many: boolean;
  readonly windows: string;
  readonly idiom: Idiom;
}

type Wordings = {
  readonly [Code in ReasonCode]: (reason: ReasonOf<Code>, about: About) => string;
};

const has = ({ names, many }: About): string => `${names} ${many ? 'have' : 'has'}`;
const is = ({ names, many }: About): string => `${names} ${many ? 'are' : 'is'}`;
const periodName = ({ date, isMonth }: { date: string; isMonth: boolean }, { idiom }: About): string =>
  isMonth ? formatWholeMonth(date) : idiom.day(date);
const namesOf = (ids: readonly string[], { idiom }: About): string[] => ids.map((id) => idiom.name(id));

/** Each reason in words, without its full stop. */
const wordings: Wordings = {
  'no-bar': ({ session }, of) => `${has(of)} no bar of ${of.idiom.day(session)}`,
  'no-data': ({ by }, { names, idiom }) =>
    `no data for ${names}${by === undefined ? '' : ` up to ${idiom.day(by)}`}`,
  'not-used': ({ why }, of) => `${of.names === '' ? 'not' : `${is(of)} not`} used: ${of.idiom.words(why)}`,
  'stands-in': ({ replaces }, { names, many, idiom }) =>
    `${names} ${many ? 'stand' : 'stands'} in for ${idiom.name(replaces)}`,
  'adjusted-only': (_, of) => `${has(of)} adjusted closes only`,
  'no-range': (_, of) => `${has(of)} no open, high and low`,
  'no-volume': (_, of) => `${has(of)} no volume`,
  'price-return': (_, of) => `${has(of)} no adjusted closes: a price return`,
  'price-only': () => 'price only: no adjusted close',
  'price-returns': ({ of }, about) => `price returns of ${namesOf(of, about).join(', ')}`,
  'no-returns': ({ of }, about) => `${namesOf(of, about).join(', ')} without a return over ${about.windows}`,
  'source-marks': ({ status }, { names }) => `the source marks ${names} as ${status}`,
  'did-not-move': ({ before }, { names }) =>
    `${names === '' ? 'the index fund' : names} ${before === true ? 'had not moved before' : 'did not move'}`,
  begins: ({ on }, { idiom }) => `begins ${on === undefined ? 'nowhere' : idiom.day(on)}`,
  'session-absent': () => 'has no bar of the session',
  'bar-late': ({ newest, sessions }, { idiom }) =>
    `newest bar is of ${idiom.day(newest)}, ${sessions === 1 ? 'one session' : `${sessions} sessions`} before`,
  'no-value-by-session': () => 'has no value known by the session',
  'newest-by-session': (reason, of) => `newest value known by the session is of ${periodName(reason, of)}`,
  'none-filed': () => 'no quarter was filed by the session',
  'quarter-ended': ({ end }, { idiom }) => `the newest quarter ended on ${idiom.day(end)}`,
  'list-of': ({ date, isLater }, { idiom }) =>
    `the list is of ${idiom.day(date)}${isLater ? ', after the session' : ''}`,
  'quote-of': ({ date }, { idiom }) => `the quote is of ${idiom.day(date)}, not of the session`,
  'collected-later': ({ day }, { idiom }) =>
    `collected on ${idiom.day(day)}, when more was known than on the session`,
  'collected-before': ({ day }, { idiom }) => `as it stood on ${idiom.day(day)}`,
  'calendar-ends': ({ day }, { idiom }) => `tells of no day after ${idiom.day(day)}`,
  'announced-until': ({ day }, { idiom }) =>
    `the dates that publishers had announced end on ${idiom.day(day)}`,
  'too-short': ({ needed, of, has }) => `needs ${formatNumber(needed, 0)} ${of}, has ${formatNumber(has, 0)}`,
  'too-young': ({ and }, { names, many, windows, idiom }) =>
    and === undefined
      ? `${names} ${many ? 'do' : 'does'} not reach back over ${windows}`
      : `${names} and ${idiom.name(and)} do not ${many ? 'all' : 'both'} reach back over ${windows}`,
  'few-windows': ({ apart, needed }) => `${counted(apart, 'separate window')}, fewer than ${needed}`,
  'few-spans': ({ apart, sessions, needed }) =>
    `${counted(apart, 'separate span')} of ${sessions} sessions, fewer than ${needed}`,
  'few-calls': ({ apart, needed }) => `${counted(apart, 'separate call')}, fewer than ${needed}`,
  'few-cases-apart': ({ needed }) => `nothing has ${needed} separate cases`,
  'few-days': ({ days, needed }) => `${counted(days, 'such day')}, fewer than ${needed}`,
  'few-cases': ({ cases, of, needed }) => `${counted(cases, of)}, fewer than ${needed}`,
  'few-funds': ({ there, of, sessions }) => `only ${there} of ${of} funds have ${sessions} sessions`,
  'few-years': ({ years, begins }, { idiom }) =>
    `needs ${years === 10 ? 'ten' : years === 3 ? 'three' : years} years of readings, has none before ${begins === undefined ? 'today' : idiom.day(begins)}`,
  'no-readings': () => 'has no readings',
  'no-ratio': () => 'no ratio',
  'broken-weeks': ({ weeks, and }, { names, idiom }) =>
    `one of the last ${weeks} weeks has no session of both ${names} and ${idiom.name(and)}`,
  'below-zero': () => 'it would lie below zero',
  none: (_, { names }) => `no ${names}`,
  'no-value-known': ({ session }, of) => `${has(of)} no value known by ${of.idiom.day(session)}`,
  'no-value-of': (reason, of) => `${has(of)} no value of ${periodName(reason, of)}`,
  'no-value-needed': (_, of) => `${has(of)} no value for a period that this needs`,
  newest: (reason, of) => `the newest value of ${of.names} is of ${periodName(reason, of)}`,
  'newest-too-old': ({ date, days }, { names, idiom }) =>
    `the newest value of ${names} is of ${idiom.day(date)}, over ${days} days late`,
  'never-published': ({ month }) => `${formatWholeMonth(month)} was not published for want of appropriations`,
  'no-reading': ({ month }) => `${formatWholeMonth(month)} has no reading`,
  'no-earlier-reading': (_, of) => `${has(of)} no earlier reading`,
  'previous-of': ({ hole, month }, { idiom }) =>
    `${reasonText(hole, idiom)}, previous is ${formatWholeMonth(month)}`,
  'not-neighbours': ({ why }, { idiom }) =>
    `the readings are not of neighbouring periods: ${reasonText(why, idiom)}`,
  'usually-out': ({ day }, { idiom }) => `computed: usually out by ${idiom.day(day)}`,
  'published-on': ({ day }, { idiom }) => `published on ${idiom.day(day)}`,
  'before-decision': () => "as before today's decision",
  'not-after-decision': ({ date, decision }, { names, idiom }) =>
    `the newest value of ${names} is of ${idiom.day(date)}, no later than the decision of ${idiom.day(decision)}`,
  'no-target-after-decision': () => "no target dated after today's decision is at hand",
  'target-before-decision': ({ date, decision }, { idiom }) =>
    `the newest target is of ${idiom.day(date)}, and there was a decision on ${idiom.day(decision)}`,
  'no-yield-or-target': () => 'no two-year yield or no target range',
  'no-core-cpi-before': () => 'core CPI has no yearly change three months before',
  'not-computable': () => 'not computable',
  'young-score': ({ sessions }) => `needs ${sessions} sessions of its own history to stand against`,
  'score-short': ({ present, needed }) =>
    `components with ${formatNumber(present, 0, 'never', 2)}${NARROW}% of the weight are present, ${formatNumber(needed, 0, 'never', 2)}${NARROW}% needed`,
  without: ({ parts }) => `without ${parts.join(', ')}`,
  'no-variation': () => 'score or outcome did not vary',
  'no-state': () => 'no state to have begun',
  'first-state': () => 'the first state of the data',
  'volatility-of-before': ({ name, date, session }, { idiom }) =>
    `${idiom.name(name)} is of ${idiom.day(date)}: none of ${idiom.day(session)} is at hand`,
  'realised-volatility': ({ name }, { idiom }) => `no ${idiom.name(name)}: realised volatility stands in`,
  'out-of-reach': (_, { names }) => `further than a session takes ${names}`,
  'low-strike': () => 'the close is too low for a strike in whole dollars',
  'no-delta': () => 'the delta of the put is below 0.001',
  'no-position': () => 'there is no position to hedge',
  'no-dividends': (_, of) => `${has(of)} no dividends in ${of.many ? 'their' : 'its'} data`,
  'nothing-left': () => 'nothing is left to recover from',
  'takes-all': () => 'a session of it would take everything',
  'no-rate-of': ({ series, date }, about) =>
    `no ${namesOf(series, about).join(' or ')} of ${date === undefined ? 'any session' : about.idiom.day(date)}`,
  'no-turn': ({ ordinal, side }) => `no ${ordinal} price of a turn ${side} the close`,
  'no-open-gap': ({ side }) => `no gap of a year is open ${side} the close`,
  'no-gauge-before': ({ sessions }) => `there is no gauge of ${sessions} sessions before`,
  'same-verdict': ({ sessions }) => `the same for ${sessions} sessions or more`,
  'no-past': ({ ids }) => `the past of ${ids.join(', ')} is not kept`,
  'no-figure': ({ id }, { idiom }) => `${idiom.figure(id)} is not at hand`,
  'edition-says': ({ words }, { idiom }) => idiom.words(words),
  'few-verdicts': ({ computable, of, needed }) =>
    `only ${computable} of ${of} claims can be computed, ${needed} needed`,
  'no-quarter': (_, { names }) => `no quarter filed by ${names}`,
  'quarter-old': ({ end }, of) => `the newest quarter that ${has(of)} filed ended on ${of.idiom.day(end)}`,
  'no-year-before': (_, of) => `${has(of)} filed no quarter a year before`,
  'no-shared-quarter': () => 'no quarter that more than half of the companies have filed',
  'shared-quarter-old': ({ end }, { idiom }) => `the newest quarter filed ended on ${idiom.day(end)}`,
  'holdings-of': ({ date, isLater }, { names, idiom }) =>
    `the ${isLater ? '' : 'newest '}list of ${names}${isLater ? ' at hand' : ''} is of ${idiom.day(date)}`,
  'no-swap': (_, { names }) => `the list of ${names} names no swap`,
  'no-filings': () => 'no company filings are at hand',
  'no-results': () => 'the days of the companies’ results are not at hand',
  'no-earnings': () => 'the four quarters together are a loss',
  'splits-unknown': (_, { names }) => `the source of the prices of ${names} does not say its splits`,
  'ratios-of': ({ date, isLater }, { names, idiom }) =>
    `the ${isLater ? '' : 'newest '}ratios of ${names}${isLater ? ' at hand' : ''} are of ${idiom.day(date)}`,
  'days-known-from': ({ days, year, from }, { idiom }) =>
    `${days} are known here from ${year}, not from ${idiom.day(from)}`,
  'days-known-to': ({ days, to, session }, { idiom }) =>
    `${days} are known here to ${idiom.day(to)}, not to ${idiom.day(session)}`,
  'nothing-scheduled': () => 'nothing is scheduled in the calendars at hand',
  'schedule-ends': ({ session }, { idiom }) => `the schedule kept here does not cover ${idiom.day(session)}`,
  note: ({ words }, { idiom }) => idiom.words(words),
};

/**
 * A reason in words: `IWM has no bar of 2025-12-31`, to readers `of Dec 31, 2025`.
 * @param of several series and windows that it is said of at once, in place of its own
 */
export function reasonText(reason: Reason, idiom = asPublished, of: ReasonScope = scopeOf(reason)): string {
  const own = of.subjects.map((id) => idiom.name(id));
  const last = own.at(-1) ?? '';
  const names = own.length > 1 ? `${own.slice(0, -1).join(', ')} and ${last}` : last;
  // Which wording belongs to which code the type of the table says; the compiler cannot follow it through a union.
  const wording = wordings[reason.code] as (reason: Reason, about: About) => string;
  const words = wording(reason, {
    names,
    many: own.length > 1,
    windows: idiom.windows(of.windows),
    idiom,
  });
  return reason.part === undefined ? words : `${reason.part}: ${words}`;
}

/** Reasons in one text, one after the other, as a report publishes them; undefined of none. */
export const reasonsText = (reasons: readonly Reason[] = [], idiom = asPublished): string | undefined =>
  inOneText(reasons.map((reason) => reasonText(reason, idiom)));

/** Whether this version has words for a code: a report of a later one may hold others. */
export const isWorded = (code: string): code is ReasonCode => Object.hasOwn(wordings, code);
