import type { Measurement } from '../archive-layout.ts';

/** Records a measurement of a run; an unmeasured run ignores it. */
export interface Measures {
  readonly measure: (name: Measurement, value: number) => void;
}
