/** A number of a chart and its words. */
export interface Amount {
  readonly value: number | null;
  readonly text: string;
}
