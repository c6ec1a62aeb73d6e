import { reasonsIn } from '../../report/published-text.ts';
import type { Report } from '../../report/schema.ts';
import type { Reason } from '../../series/reason.ts';
import { isWorded } from './reasons.ts';

/**
 * Why a figure is missing, stale or a proxy: the codes behind the text that the report gives. A report from before codes were
 * published has the text alone, which is then shown as it is.
 */
export function publishedReasons({ reasons }: Report, text: string | undefined): readonly Reason[] {
  const codes = text === undefined ? [] : reasons?.[text];
  return areWorded(codes) ? codes : reasonsIn(text).map((words) => ({ code: 'note', words }));
}

type Codes = NonNullable<Report['reasons']>[string];

/** Reasons whose codes this version has words for; their parameters are those that the code had when it was published. */
const areWorded = (codes: Codes | undefined): codes is (Codes[number] & Reason)[] =>
  codes?.every(({ code }) => isWorded(code)) ?? false;
