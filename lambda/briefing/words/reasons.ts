import { counted } from '../../counted.ts';
import { inOneText } from '../../report/published-text.ts';
import type { Reason, ReasonCode, ReasonOf } from '../../series/reason.ts';
import { formatWholeMonth } from './date.ts';

/** Whom a reason is said of: one series, or several at once. */
interface About {
  readonly names: string;
  readonly many: boolean;
}

type Wordings = {
  readonly [Code in ReasonCode]: (reason: ReasonOf<Code>, about: About) => string;
};

const has = ({ names, many }: About): string => `${names} ${many ? 'have' : 'has'}`;
const is = ({ names, many }: About): string => `${names} ${many ? 'are' : 'is'}`;
const periodName = ({ date, isMonth }: { date: string; isMonth: boolean }): string =>
  isMonth ? formatWholeMonth(date) : date;

/** Each reason in words, without its full stop. */
const wordings: Wordings = {
  'no-bar': ({ session }, of) => `${has(of)} no bar of ${session}`,
  'no-data': ({ by }, { names }) => `no data for ${names}${by === undefined ? '' : ` up to ${by}`}`,
  'not-used': ({ why }, of) => (of.names === '' ? `not used: ${why}` : `${is(of)} not used: ${why}`),
  'stands-in': (reason, { names, many }) => `${names} ${many ? 'stand' : 'stands'} in for ${reason.for}`,
  'adjusted-only': (_, of) => `${has(of)} adjusted closes only`,
  'no-range': (_, of) => `${has(of)} no open, high and low`,
  'no-volume': (_, of) => `${has(of)} no volume`,
  'price-return': (_, of) => `${has(of)} no adjusted closes: a price return`,
  'price-only': () => 'price only: no adjusted close',
  'price-returns': ({ of }) => `price returns of ${of.join(', ')}`,
  'no-returns': ({ of, window }) => `${of.join(', ')} without a return over ${window}`,
  'source-marks': ({ status }, { names }) => `the source marks ${names} as ${status}`,
  'did-not-move': ({ before }, { names }) =>
    `${names === '' ? 'the index fund' : names} ${before === true ? 'had not moved before' : 'did not move'}`,
  begins: ({ on = 'nowhere' }) => `begins ${on}`,
  'session-absent': () => 'has no bar of the session',
  'bar-late': ({ newest, sessions }) =>
    `newest bar is of ${newest}, ${sessions === 1 ? 'one session' : `${sessions} sessions`} before`,
  'no-value-by-session': () => 'has no value known by the session',
  'newest-by-session': ({ date }) => `newest value known by the session is of ${date}`,
  'none-filed': () => 'no quarter was filed by the session',
  'quarter-ended': ({ end }) => `the newest quarter ended on ${end}`,
  'list-of': ({ date, isLater }) => `the list is of ${date}${isLater ? ', after the session' : ''}`,
  'quote-of': ({ date }) => `the quote is of ${date}, not of the session`,
  'collected-later': ({ day }) => `collected on ${day}, when more was known than on the session`,
  'collected-before': ({ day }) => `as it stood on ${day}`,
  'calendar-ends': ({ day }) => `tells of no day after ${day}`,
  'announced-until': ({ day }) => `the dates that publishers had announced end on ${day}`,
  'too-short': ({ needed, of, has }) => `needs ${needed} ${of}, has ${has}`,
  'too-young': ({ and, window }, { names, many }) =>
    and === undefined
      ? `${names} ${many ? 'do' : 'does'} not reach back over ${window}`
      : `${names} and ${and} do not ${many ? 'all' : 'both'} reach back over ${window}`,
  'few-windows': ({ apart, needed }) => `${counted(apart, 'window')} side by side, fewer than ${needed}`,
  'few-spans': ({ apart, sessions, needed }) =>
    `${counted(apart, 'span')} of ${sessions} sessions side by side, fewer than ${needed}`,
  'few-calls': ({ apart, needed }) => `${counted(apart, 'call')} side by side, fewer than ${needed}`,
  'few-cases-apart': ({ needed }) => `nothing has ${needed} cases side by side`,
  'few-days': ({ days, needed }) => `${counted(days, 'such day')}, fewer than ${needed}`,
  'few-cases': ({ cases, of, needed }) => `${counted(cases, of)}, fewer than ${needed}`,
  'few-funds': ({ there, of, sessions }) => `only ${there} of ${of} funds have ${sessions} sessions`,
  'few-years': ({ years, begins = 'today' }) =>
    `needs ${years === 10 ? 'ten' : years === 3 ? 'three' : years} years of readings, has none before ${begins}`,
  'no-readings': () => 'has no readings',
  'no-ratio': () => 'no ratio',
  'broken-weeks': ({ weeks, and }, { names }) =>
    `one of the last ${weeks} weeks has no session of both ${names} and ${and}`,
  'below-zero': () => 'it would lie below zero',
  none: (_, { names }) => `no ${names}`,
  'no-value-known': ({ session }, of) => `${has(of)} no value known by ${session}`,
  'no-value-of': (reason, of) => `${has(of)} no value of ${periodName(reason)}`,
  'no-value-needed': (_, of) => `${has(of)} no value for a period that this needs`,
  newest: (reason, { names }) => `newest ${names} is of ${periodName(reason)}`,
  'newest-too-old': ({ date, days }, { names }) => `newest ${names} is of ${date}, over ${days} days late`,
  'never-published': ({ month }) =>
    `${formatWholeMonth(month)} was not published (2025 appropriations lapse)`,
  'no-reading': ({ month }) => `${formatWholeMonth(month)} has no reading`,
  'no-earlier-reading': (_, of) => `${has(of)} no earlier reading`,
  'previous-of': ({ hole, month }) => `${reasonText(hole)}, previous is ${formatWholeMonth(month)}`,
  'not-neighbours': ({ why }) => `the readings are not of neighbouring periods: ${reasonText(why)}`,
  'usually-out': ({ day }) => `computed: usually out by ${day}`,
  'published-on': ({ day }) => `published on ${day}`,
  'before-decision': () => "as before today's decision",
  'not-after-decision': ({ date, decision }, { names }) =>
    `newest ${names} is of ${date}, no later than the decision of ${decision}`,
  'no-target-after-decision': () => "no target dated after today's decision is at hand",
  'target-before-decision': ({ date, decision }) =>
    `the newest target is of ${date}, and there was a decision on ${decision}`,
  'no-yield-or-target': () => 'no two-year yield or no target range',
  'no-core-cpi-before': () => 'core CPI has no yearly change three months before',
  'not-computable': () => 'not computable',
  'young-score': ({ sessions }) => `needs ${sessions} sessions of its own history to stand against`,
  'score-short': ({ present, needed }) =>
    `components worth ${present.toFixed(2)} are present, ${needed.toFixed(2)} needed`,
  without: ({ parts }) => `without ${parts.join(', ')}`,
  'no-variation': () => 'score or outcome did not vary',
  'no-state': () => 'no state to have begun',
  'first-state': () => 'the first state of the data',
  'volatility-of-before': ({ name, date, session }) => `${name} is of ${date}: none of ${session} is at hand`,
  'realised-volatility': ({ name }) => `no ${name}: realised volatility stands in`,
  'out-of-reach': (_, { names }) => `further than a session takes ${names}`,
  'low-strike': () => 'the close is too low for a strike in whole dollars',
  'no-delta': () => 'the delta of the put is below 0.001',
  'no-position': () => 'there is no position to hedge',
  'no-dividends': (_, of) => `${has(of)} no dividends in ${of.many ? 'their' : 'its'} data`,
  'nothing-left': () => 'nothing is left to recover from',
  'takes-all': () => 'a session of it would take everything',
  'no-rate-of': ({ series, date = 'any session' }) => `no ${series.join(' or ')} of ${date}`,
  'no-turn': ({ ordinal, side }) => `no ${ordinal} price of a turn ${side} the close`,
  'no-open-gap': ({ side }) => `no gap of a year is open ${side} the close`,
  'no-gauge-before': ({ sessions }) => `there is no gauge of ${sessions} sessions before`,
  'same-verdict': ({ sessions }) => `the same for ${sessions} sessions or more`,
  'no-past': ({ ids }) => `the past of ${ids.join(', ')} is not kept`,
  'no-figure': ({ id }) => `${id} is not at hand`,
  'edition-says': ({ words }) => words,
  'few-verdicts': ({ computable, of, needed }) =>
    `only ${computable} of ${of} claims can be computed, ${needed} needed`,
  'no-quarter': (_, { names }) => `no quarter filed by ${names}`,
  'quarter-old': ({ end }, { names, many }) =>
    `the newest quarter that ${names} ${many ? 'have' : 'has'} filed ended on ${end}`,
  'no-year-before': (_, of) => `${has(of)} filed no quarter a year before`,
  'no-shared-quarter': () => 'no quarter that more than half of the companies have filed',
  'shared-quarter-old': ({ end }) => `the newest quarter filed ended on ${end}`,
  'holdings-of': ({ date, isLater }, { names }) =>
    isLater ? `the list of ${names} at hand is of ${date}` : `the newest list of ${names} is of ${date}`,
  'no-swap': (_, { names }) => `the list of ${names} names no swap`,
  'no-filings': () => 'no company filings are at hand',
  'no-results': () => 'the days of the companies’ results are not at hand',
  'no-earnings': () => 'the four quarters together are a loss',
  'splits-unknown': (_, { names }) => `the source of the prices of ${names} does not say its splits`,
  'ratios-of': ({ date, isLater }, { names }) =>
    isLater
      ? `the ratios of ${names} at hand are of ${date}`
      : `the newest ratios of ${names} are of ${date}`,
  'days-known-from': ({ days, year, from }) => `${days} are known here from ${year}, not from ${from}`,
  'days-known-to': ({ days, to, session }) => `${days} are known here to ${to}, not to ${session}`,
  'nothing-scheduled': () => 'nothing is scheduled in the calendars at hand',
  'schedule-ends': ({ session }) => `the schedule kept here does not cover ${session}`,
  note: ({ words }) => words,
};

/** The series that a reason is about; undefined of one that is about none. */
export const subjectOf = (reason: Reason): string | undefined =>
  'subject' in reason ? reason.subject : undefined;

/**
 * A reason in words: `IWM has no bar of 2025-12-31`.
 * @param subjects several series that it is said of at once, in the place of its own
 */
export function reasonText(reason: Reason, subjects?: readonly string[]): string {
  const own = subjects ?? [subjectOf(reason) ?? ''];
  const last = own.at(-1) ?? '';
  const names = own.length > 1 ? `${own.slice(0, -1).join(', ')} and ${last}` : last;
  // Which wording belongs to which code the type of the table says; the compiler cannot follow it through a union.
  const wording = wordings[reason.code] as (reason: Reason, about: About) => string;
  const words = wording(reason, { names, many: own.length > 1 });
  return reason.part === undefined ? words : `${reason.part}: ${words}`;
}

/** Reasons as a report publishes them: in one text, one after the other; undefined of none. */
export const reasonsText = (reasons: readonly Reason[] = []): string | undefined =>
  inOneText(reasons.map((reason) => reasonText(reason)));
