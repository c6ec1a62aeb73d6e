/** A gap between two sessions' ranges that no later session has reached into: the price that would close it. */
export interface OpenGap {
  readonly price: number;
  /** Position of the session that opened it. */
  readonly at: number;
}

/** Open gaps below and above the last price. */
export interface OpenGaps {
  /** The highest of those that opened upwards, null without one. */
  readonly below: OpenGap | null;
  /** The lowest of those that opened downwards, null without one. */
  readonly above: OpenGap | null;
  readonly count: number;
}

/**
 * Gaps that are still open: a session's low above the high before, while every later low stays above that high; and the
 * mirror image. The newest open gap of either kind is the nearest, as sessions after an older one have not reached into it.
 * Prices in the unit of the columns. Figures `unfilled.*`.
 *
 * @param high, low of consecutive sessions, none absent; the first is looked at as a neighbour only
 */
export function openGaps(high: Float64Array, low: Float64Array): OpenGaps {
  let below: OpenGap | null = null;
  let above: OpenGap | null = null;
  let count = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = high.length - 1; at >= 1; at--) {
    lowest = Math.min(lowest, low[at]!);
    highest = Math.max(highest, high[at]!);
    if (lowest > high[at - 1]!) {
      count++;
      below ??= { price: high[at - 1]!, at };
    }
    if (highest < low[at - 1]!) {
      count++;
      above ??= { price: low[at - 1]!, at };
    }
  }
  return { below, above, count };
}
