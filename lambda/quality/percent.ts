/** A fraction as a percentage with its sign: `+3.1 %`, `−33.1 %`. */
export const signedPercent = (value: number): string =>
  `${value < 0 ? '−' : '+'}${(Math.abs(value) * 100).toFixed(1)} %`;
