import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { impossibleMoves } from './moves.ts';
import { signedPercent } from './percent.ts';
import { residualAlarm, residualOf } from './residual.ts';

type Market = ReadonlyMap<string, Bars>;

/** What prices say against each other, which another source may settle. */
export interface Doubt {
  readonly why: string;
  /** Those of which one may be wrong, the likelier first. */
  readonly suspects: readonly string[];
  /** Whether the doubt is there still with other prices. */
  readonly remains: (market: Market) => boolean;
}

/** What speaks against the prices of a session and the histories before it, the gravest first. */
export function doubtsOf(edition: Edition, session: string, market: Market): readonly Doubt[] {
  const steps = impossibleMoves(edition, market, session).map(({ text, suspects }) => ({
    why: text,
    suspects,
    remains: (other: Market) =>
      impossibleMoves(edition, other, session).some((step) =>
        step.suspects.every((symbol) => suspects.includes(symbol)),
      ),
  }));
  const apart = residualOf(edition, market, session);
  if (apart === null || Math.abs(apart) <= residualAlarm) return steps;
  const { fund, underlying } = edition;
  return [
    ...steps,
    {
      why: `${fund.symbol} is ${signedPercent(apart)} from ${fund.beta} times ${underlying} on ${session}`,
      suspects: [underlying, fund.symbol],
      remains: (other) => Math.abs(residualOf(edition, other, session) ?? 1) > residualAlarm,
    },
  ];
}
