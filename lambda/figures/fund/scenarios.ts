import { ruinMove, scenarioReturn } from '../../analytics/scenario-loss.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { scenarioFalls } from '../levels/risk-rule.ts';
import { derive } from '../write.ts';

/** A round lot, for which a loss is given. */
const shares = 100;

/** What the fund loses next session if IWM falls by so much, at which prices, and how often IWM has. */
export function scenarios(view: SessionView, book: FigureBook): void {
  const { underlying, fund } = view.edition;
  const { symbol, beta } = fund;
  const byDefinition = { asOf: view.session, inputs: [], sources: ['definition'] } as const;
  const loss = { unit: 'fraction', method: 'scenario loss' } as const;
  for (const percent of scenarioFalls) {
    const move = percent / 100;
    book.add(`loss.${symbol}.${percent}`, scenarioReturn(move, beta), { ...loss, ...byDefinition });
    const price = { unit: 'usd', method: 'scenario loss' } as const;
    derive(
      book,
      `scenario.${underlying}.${percent}`,
      price,
      [`close.${underlying}`],
      (close) => close * (1 + move),
    );
    derive(
      book,
      `scenario.${symbol}.${percent}`,
      price,
      [`close.${symbol}`, `loss.${symbol}.${percent}`],
      (close, lost) => close * (1 + lost),
    );
    derive(
      book,
      `loss.${symbol}.${percent}.per100`,
      price,
      [`close.${symbol}`, `loss.${symbol}.${percent}`],
      (close, lost) => shares * close * lost,
    );
  }
  book.add(`ruin.${symbol}`, ruinMove(beta), { ...loss, ...byDefinition });
}
