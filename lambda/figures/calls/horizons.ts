/** Sessions after which a call is graded. */
export const callHorizons = [5, 21, 63] as const;
