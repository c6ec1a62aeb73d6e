import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { impossibleMoves } from './moves.ts';
import { signedPercent } from './percent.ts';
import { residualAlarm, residualOf } from './residual.ts';
import { twinsIn } from './twins.ts';

type Market = ReadonlyMap<string, Bars>;

/** What prices say against each other, which another source may settle. */
export interface Doubt {
  readonly why: string;
  /** Those of which one may be wrong, the likelier first. */
  readonly suspects: readonly string[];
  /** Whether the doubt is there still with other prices. */
  readonly remains: (market: Market) => boolean;
}

/** Two symbols with one history of prices: the optional one is the likelier to be wrong. */
function sharedPrices({ required }: Edition, market: Market): readonly Doubt[] {
  return twinsIn(market).map(({ one, other }) => ({
    why: `${one} and ${other} have the same prices`,
    suspects: [one, other].toSorted((a, b) => Number(required.includes(a)) - Number(required.includes(b))),
    remains: (now: Market) => twinsIn(pick(now, [one, other])).length > 0,
  }));
}

const pick = (market: Market, symbols: readonly string[]): Market =>
  new Map([...market].filter(([symbol]) => symbols.includes(symbol)));

/** Doubts about the prices of a session and the histories before it, the gravest first. */
export function doubtsOf(edition: Edition, session: string, market: Market): readonly Doubt[] {
  const steps = impossibleMoves(edition, market, session).map(({ text, suspects }) => ({
    why: text,
    suspects,
    remains: (other: Market) =>
      impossibleMoves(edition, other, session).some((step) =>
        step.suspects.every((symbol) => suspects.includes(symbol)),
      ),
  }));
  const others = [...sharedPrices(edition, market), ...steps];
  const apart = residualOf(edition, market, session);
  if (apart === null || Math.abs(apart) <= residualAlarm) return others;
  const { fund, underlying } = edition;
  return [
    ...others,
    {
      why: `${fund.symbol} is ${signedPercent(apart)} from ${fund.beta} times ${underlying} on ${session}`,
      suspects: [underlying, fund.symbol],
      remains: (other) => Math.abs(residualOf(edition, other, session) ?? 1) > residualAlarm,
    },
  ];
}
