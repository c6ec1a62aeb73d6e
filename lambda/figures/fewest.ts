/** Below this many separate cases no statistic is given. */
export const fewestCases = 15;

/** Below this many funds no share of them is given. */
export const fewestFunds = 5;
