import { addMonths, startOfMonth } from './civil.ts';
import { fomcMeetings, nextFomcMeeting } from './fomc.ts';

/** The contract month that shows what is priced for the next decision, and that decision. */
export interface FundsContract {
  /** The last day of the meeting. */
  readonly decision: string;
  /** The contract's month, `2026-02`. */
  readonly month: string;
  /** Whether the decision falls into the contract's own month; otherwise the whole month lies after it and before the next. */
  readonly isOfDecision: boolean;
}

/**
 * The 30-day federal funds contract that prices the next scheduled decision after a date best: that of the month after
 * it, and where another decision falls into that month, that of its own. Null where the schedule kept here does not reach.
 */
export function fundsContract(date: string): FundsContract | null {
  const decision = nextFomcMeeting(date);
  if (decision === null) return null;
  const next = addMonths(startOfMonth(decision), 1);
  const isOfDecision = fomcMeetings(decision, addMonths(next, 1)).some((other) => other < addMonths(next, 1));
  return { decision, month: (isOfDecision ? decision : next).slice(0, 7), isOfDecision };
}
