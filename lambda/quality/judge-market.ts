import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import type { Flag } from '../series/flag.ts';
import { positionOf } from '../series/position.ts';
import { scoreWindow } from '../series/windows.ts';
import { againstIndices } from './against-index.ts';
import { holesOf } from './holes.ts';
import { impossibleMoves } from './moves.ts';
import { withoutRows } from './rows.ts';
import { barFault } from './session-bar.ts';
import { thinVolume } from './volume.ts';

/** Sessions up to the one briefed in which a hole of a required symbol is said on the front page. */
export const recentSessions = 21;

/** A month of sessions: of a hole that long in the window of the score the front page tells. */
const manyHoles = 21;

/** Required symbols that close unchanged together: never three of four in 2008 to 2025, two once. */
const neverUnchanged = 3;

type Market = ReadonlyMap<string, Bars>;

/** The prices of a session that may be used, and what was found in them. */
export interface JudgedMarket {
  readonly market: Market;
  readonly flags: readonly Flag[];
}

/**
 * What the prices of a session say of each other. A bar that cannot be right is left out, of the session and of the
 * one before, on which its return rests; so is a whole series with a step that no fund makes. The gate then refuses
 * where a required symbol is left without; of others the figures are missing, and say why.
 */
export function judgeMarket(edition: Edition, session: string, market: Market): JudgedMarket {
  const sound = new Map(market);
  const flags: Flag[] = [];
  for (const { symbols, suspects, session: day, text } of impossibleMoves(edition, market, session))
    for (const symbol of blamed(edition, symbols, suspects)) {
      flags.push({ subject: `bars:${symbol}`, code: 'refused-series', text, sessions: [day] });
      sound.delete(symbol);
    }
  const days = [previousSession(session), session];
  const unchanged = unchangedTogether(edition, session, sound);
  for (const [symbol, bars] of sound) {
    const faults = days.flatMap((day) => {
      const text =
        barFault(bars, day) ?? (day === session && unchanged.has(symbol) ? unchanged.get(symbol) : null);
      return text == null ? [] : [{ day, text }];
    });
    for (const { day, text } of faults)
      flags.push({ subject: `bars:${symbol}`, code: 'refused-bar', text, sessions: [day] });
    sound.set(symbol, withoutRows(bars, new Set(faults.map(({ day }) => positionOf(bars.sessions, day)))));
  }
  for (const symbol of edition.required) {
    const bars = sound.get(symbol);
    if (bars !== undefined) flags.push(...cautions(bars, session));
  }
  flags.push(...againstIndices(edition, session, sound));
  return { market: sound, flags };
}

/** An optional series is blamed alone for not going with a required one: its faults stop no briefing. */
function blamed(
  { required }: Edition,
  symbols: readonly string[],
  suspects: readonly string[],
): readonly string[] {
  const optional = suspects.filter((symbol) => !required.includes(symbol));
  return optional.length > 0 ? optional : symbols;
}

/** Why the required symbols' closes cannot be the session's: nearly all of them are those of the session before. */
function unchangedTogether(
  { required }: Edition,
  session: string,
  market: Market,
): ReadonlyMap<string, string> {
  const unchanged = required.filter((symbol) => {
    const bars = market.get(symbol);
    const closes = bars?.close ?? bars?.adjusted;
    if (bars === undefined || closes == null) return false;
    const row = positionOf(bars.sessions, session);
    return row > 0 && bars.sessions[row - 1] === previousSession(session) && closes[row] === closes[row - 1];
  });
  if (unchanged.length < Math.min(neverUnchanged, required.length)) return new Map();
  const text = `${unchanged.join(', ')} close on ${session} exactly as on the session before`;
  return new Map(unchanged.map((symbol) => [symbol, text]));
}

/** What a reader of the front page should know of a required symbol's bars. */
function cautions(bars: Bars, session: string): Flag[] {
  const subject = `bars:${bars.symbol}`;
  const holes = holesOf(bars, session, recentSessions);
  const share = thinVolume(bars, session);
  const past = holesOf(bars, session, scoreWindow);
  return [
    ...(holes.length === 0
      ? []
      : [
          {
            subject,
            code: 'recent-hole' as const,
            text: `no bar of ${holes.join(', ')}`,
            sessions: holes,
          },
        ]),
    ...(past.length < manyHoles
      ? []
      : [
          {
            subject,
            code: 'past-holes' as const,
            text: `no bar of ${past.length} of the last ${scoreWindow} sessions, ${past[0]} to ${past.at(-1)}: figures over more than a year pass over them`,
            sessions: past,
            value: past.length / scoreWindow,
          },
        ]),
    ...(share === null
      ? []
      : [
          {
            subject,
            code: 'thin-volume' as const,
            text: `the volume of ${session} is ${(share * 100).toFixed(0)} % of the median of the 21 sessions before`,
            sessions: [session],
            value: share,
          },
        ]),
  ];
}
