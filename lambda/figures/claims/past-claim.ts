import { inForce, inputsOf, operandValue, type Read, verdictOf } from '../../analytics/verdict.ts';
import { lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { PastCalls } from '../../series/calls.ts';
import { callColumn } from '../calls/grades.ts';
import { type PastFigure, pastFigure } from './columns.ts';
import { ledgerOf, type PastClaim, verdicts } from './ledger.ts';

/**
 * What was said of a claim on each session up to that of a view. One that published calls decide once there are enough is
 * held on each session to what was in force on it, by the record that the view knows.
 */
export function pastClaim({ panel, calls }: SessionView, number: string): PastClaim {
  const own = ledgerOf(panel).get(number)!;
  return own.claim.instead === undefined ? own : byRecord(calls)(panel)(number);
}

const byRecord = weakMemo((calls: PastCalls) =>
  weakMemo((panel: Panel) =>
    memo((number: string): PastClaim => {
      const { claim } = ledgerOf(panel).get(number)!;
      const { length } = panel.axis.sessions;
      const figure = memo((id: string) => pastCall(panel, calls, id) ?? pastFigure(panel)(id));
      let at = 0;
      const read: Read = (id) => figure(id)?.(at);
      const codes = lazyColumn(length, (t) => {
        at = t;
        return verdicts.indexOf(verdictOf(inForce(claim, read).rule, read));
      });
      const lead = lazyColumn(length, (t) => {
        at = t;
        const operand = inForce(claim, read).lead;
        return operand === null ? Number.NaN : operandValue(operand, read);
      });
      const inputs = [...inputsOf(claim.rule), ...(claim.instead ? inputsOf(claim.instead.rule) : [])];
      const unknown = inputs.filter((id) => figure(id) === undefined);
      return { claim, verdict: (t) => verdicts[codes(t)] ?? 'not computable', lead, unknown };
    }),
  ),
);

/** A grade of published calls on every session: `calls.IWM:SPY.21d.apart`; undefined of any other figure. */
function pastCall(panel: Panel, calls: PastCalls, id: string): PastFigure | undefined {
  const [measure, , horizon = '', part = ''] = id.split('.');
  return measure === 'calls' ? callColumn(panel, calls, Number.parseInt(horizon, 10), part) : undefined;
}
