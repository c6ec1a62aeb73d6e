/** The components of the rotation score and their weights in hundredths, so that their sums are exact. */
export const scoreWeights = { momentum: 45, megacap: 20, breadth: 20, credit: 15 } as const;
export type ScoreComponent = keyof typeof scoreWeights;
export const scoreComponents = Object.keys(scoreWeights) as readonly ScoreComponent[];

/** Components worth less than this together, in hundredths, are not enough for a score. */
export const scoreNeeds = 70;
/** Each component is clipped to this many deviations. */
const clip = 2;

/** Weight, in hundredths, of the components that are present at a session. */
export function weightPresent(z: Readonly<Record<ScoreComponent, Float64Array>>, t: number): number {
  let weight = 0;
  for (const name of scoreComponents) if (!Number.isNaN(z[name][t]!)) weight += scoreWeights[name];
  return weight;
}

/**
 * The rotation score at every session, -100 to 100: `100 * sum(w z / 2) / sum(w)` over the components present, z
 * clipped to two deviations. NaN where components worth less than 0.70 are present. Absent components are NaN.
 */
export function rotationScores(z: Readonly<Record<ScoreComponent, Float64Array>>): Float64Array {
  const columns = scoreComponents.map((name) => ({ values: z[name], weight: scoreWeights[name] }));
  const scores = new Float64Array(z.momentum.length).fill(Number.NaN);
  for (let t = 0; t < scores.length; t++) {
    let present = 0;
    let sum = 0;
    for (let c = 0; c < columns.length; c++) {
      const value = columns[c]!.values[t]!;
      if (Number.isNaN(value)) continue;
      present += columns[c]!.weight;
      sum += (columns[c]!.weight * Math.min(clip, Math.max(-clip, value))) / clip;
    }
    if (present >= scoreNeeds) scores[t] = (100 * sum) / present;
  }
  return scores;
}
