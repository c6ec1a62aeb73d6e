/** An option of ours that npm took for its own. */
export interface KeptOption {
  /** Its plain name: `session`, `pdf`. */
  readonly name: string;
  /** As npm hands it on: `true` also for an option whose value was typed after a space; empty for `--no-…`. */
  readonly value: string;
  /** npm has an option of this name too. */
  readonly isNpms: boolean;
}
