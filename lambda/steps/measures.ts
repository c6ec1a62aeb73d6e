import type { Measurement } from '../archive-layout.ts';

/** Records a measurement of a run; a run that nobody measures ignores it. */
export interface Measures {
  readonly measure: (name: Measurement, value: number) => void;
}
