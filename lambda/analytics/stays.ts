/** Where a stay begins and where it ends: of `enter` above `leave` it is one at or above, otherwise one at or below. */
export interface StayRule {
  readonly enter: number;
  readonly leave: number;
}

/** Stays of a measure beyond a limit, session by session. */
export interface Stays {
  /** 1 on a session within a stay; a session without a value changes nothing. */
  readonly inside: Uint8Array;
  /** The first session with a value; the length of the measure where it has none. */
  readonly first: number;
  /** First sessions of stays; one that the measure begins in has none. */
  readonly begins: readonly number[];
}

/**
 * Walks a measure forward: a stay begins at `enter` or beyond it and ends past `leave`, so that a measure about the limit
 * makes one stay and not many. NaN is no value.
 */
export function staysOf(values: Float64Array, { enter, leave }: StayRule): Stays {
  const inside = new Uint8Array(values.length);
  const begins: number[] = [];
  const isHigh = enter > leave;
  let isInside = false;
  let first = values.length;
  for (let t = 0; t < values.length; t++) {
    const value = values[t]!;
    if (!Number.isNaN(value)) {
      if (!isInside && (isHigh ? value >= enter : value <= enter)) {
        isInside = true;
        if (first < t) begins.push(t);
      } else if (isInside && (isHigh ? value < leave : value > leave)) isInside = false;
      first = Math.min(first, t);
    }
    inside[t] = isInside ? 1 : 0;
  }
  return { inside, first, begins };
}
