/** Whether two numbers are the same figure: 1e-9 relative, 1e-12 absolute near zero. */
export const agree = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(1e-12, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
