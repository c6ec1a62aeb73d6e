/** What became of the calls that could be graded by a session. */
export interface Grades {
  /** Calls whose outcome is complete, and those of them that lie at least the horizon apart. */
  readonly n: number;
  readonly apart: number;
  /** Those whose outcome has the sign of their side. */
  readonly hits: number;
  /** Share of outcomes above zero over all graded sessions, with a side or without. NaN of none. */
  readonly up: number;
  /** The hit rate that the same calls would have without skill: the mean of `up`, or of what is left of it, by side. NaN of none. */
  readonly baseline: number;
  /** Calls of the sessions before that are not old enough. */
  readonly open: number;
}

/**
 * Grades what a rule or a record said on each session, as of any session: 1 for the one side, -1 for the other, 0 for neither,
 * NaN where nothing was said. A call is graded when the outcome of its horizon is complete.
 *
 * @param sides by session
 * @param outcome of the h sessions after one: above zero where the side 1 was right. NaN where it is not known
 */
export function gradesOf(
  sides: Float64Array,
  outcome: (t: number, h: number) => number,
  h: number,
): (index: number) => Grades {
  // Counts up to each session, so that any of them is one look.
  const column = () => new Int32Array(sides.length + 1);
  const [said, graded, above] = [column(), column(), column()];
  const [own, other, hits, apart] = [column(), column(), column(), column()];
  const all = [said, graded, above, own, other, hits, apart];
  let last = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < sides.length; t++) {
    for (const counts of all) counts[t + 1] = counts[t]!;
    const side = sides[t]!;
    if (Number.isNaN(side)) continue;
    if (side !== 0) said[t + 1]!++;
    const made = t + h < sides.length ? outcome(t, h) : Number.NaN;
    if (Number.isNaN(made)) continue;
    graded[t + 1]!++;
    if (made > 0) above[t + 1]!++;
    if (side === 0) continue;
    (side > 0 ? own : other)[t + 1]!++;
    if (Math.sign(made) === side) hits[t + 1]!++;
    if (t - last >= h) {
      apart[t + 1]!++;
      last = t;
    }
  }
  return (index) => {
    // Those whose outcome is complete by then, and all that were said before it.
    const end = Math.max(0, index - h + 1);
    const now = Math.max(0, index);
    const [up, n] = [above[end]! / graded[end]!, own[end]! + other[end]!];
    return {
      n,
      apart: apart[end]!,
      hits: hits[end]!,
      up,
      baseline: (own[end]! * up + other[end]! * (1 - up)) / n,
      open: said[now]! - said[end]!,
    };
  };
}
