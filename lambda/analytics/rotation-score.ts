/** The components of the rotation score and their weights in hundredths, so that their sums are exact. */
export const scoreWeights = { momentum: 40, megacap: 20, breadth: 15, credit: 15, policy: 10 } as const;
export type ScoreComponent = keyof typeof scoreWeights;
export const scoreComponents = Object.keys(scoreWeights) as readonly ScoreComponent[];

/** Components worth less than this together, in hundredths, are not enough for a score. */
export const scoreNeeds = 70;
/** Each component is clipped to this many deviations. */
const clip = 2;

/** Weight, in hundredths, of the components that are present. */
export function weightPresent(z: Readonly<Record<ScoreComponent, number>>): number {
  let weight = 0;
  for (const name of scoreComponents) if (!Number.isNaN(z[name])) weight += scoreWeights[name];
  return weight;
}

/**
 * The rotation score, -100 to 100: `100 * sum(w z / 2) / sum(w)` over the components present, z clipped to two
 * deviations. NaN when components worth less than 0.70 are present. Absent components are NaN.
 */
export function rotationScore(z: Readonly<Record<ScoreComponent, number>>): number {
  const present = weightPresent(z);
  if (present < scoreNeeds) return Number.NaN;
  let sum = 0;
  for (const name of scoreComponents) {
    if (Number.isNaN(z[name])) continue;
    sum += (scoreWeights[name] * Math.min(clip, Math.max(-clip, z[name]))) / clip;
  }
  return (100 * sum) / present;
}
