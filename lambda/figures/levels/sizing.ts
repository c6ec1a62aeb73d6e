import { positionSize } from '../../analytics/position-size.ts';
import { scenarioReturn } from '../../analytics/scenario-loss.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, derive } from '../write.ts';
import { riskRule, scenarioFalls } from './risk-rule.ts';

/** A position in the fund by the risk rule: shares, what they cost, what they move like, what they can lose. */
export function sizing(view: SessionView, book: FigureBook): void {
  const { symbol, beta } = view.edition.fund;
  const id = (name: string) => `size.${symbol}.${name}`;
  const money = { unit: 'usd', method: 'position size' } as const;
  const assumed = (name: string, value: number) =>
    book.add(id(name), value, {
      ...money,
      asOf: view.session,
      inputs: [],
      sources: ['assumption'],
    });
  assumed('account', riskRule.account);
  assumed('budget', riskRule.account * riskRule.risk);
  derive(
    book,
    id('shares'),
    { unit: 'shares', method: 'position size' },
    [id('account'), id('budget'), `close.${symbol}`, `atr.${symbol}.14`],
    (capital, budget, price, atr) =>
      atr > 0
        ? positionSize({ budget, stopDistance: riskRule.stopRanges * atr, price, capital }).shares
        : absent({ code: 'did-not-move', subject: symbol }),
  );
  derive(book, id('notional'), money, [id('shares'), `close.${symbol}`], (shares, price) => shares * price);
  derive(book, id('exposure'), money, [id('notional')], (notional) => Math.abs(beta) * notional);
  derive(
    book,
    id('weight'),
    { unit: 'fraction', method: 'position size' },
    [id('notional'), id('account')],
    (notional, account) => notional / account,
  );
  for (const move of scenarioFalls)
    derive(
      book,
      id(`loss.${move}`),
      money,
      [id('notional')],
      (notional) => notional * scenarioReturn(move / 100, beta),
    );
}
