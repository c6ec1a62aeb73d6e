/**
 * What a flag is about. Rules and pages decide by the code; the text is for people only.
 *
 * - `parser`: what a parser noticed, left out or read otherwise.
 * - `closed-day`: a row on a day without a session was left out.
 * - `copied-bar`: a bar that repeats an earlier one was left out.
 * - `blank-row`: a row without any price was left out.
 * - `rebuilt-adjusted`: an adjusted close that lacks a dividend, made from the close and the dividend.
 * - `unsettled-adjusted`: an adjusted close that contradicts the dividends and cannot be settled.
 * - `no-volume`, `outside-range`, `after-hole`: what looks wrong in a history and is kept.
 * - `refused-bar`: the session's bar, or the one before, cannot be right and is not used.
 * - `refused-series`: a step in the history that no fund makes; nothing of the series is used.
 * - `recent-hole`: a required symbol has no bar of one of the last 21 sessions.
 * - `past-holes`: a required symbol has no bars of a month or more of the last 1,260 sessions, the window of the score.
 * - `thin-volume`: the session's volume is under half of what is usual.
 * - `apart-from-index`: a required fund moved otherwise than the index that it follows, on the session or over a year.
 * - `sources-disagree`: two sources differ on a recent close.
 * - `not-received`: no provider gave the series.
 * - `left-out`: what came of the series cannot be used; what needs it is missing.
 * - `not-used`: a file of the folder that no series is read from; its subject is the file.
 * - `cut-off`: a file ends without a line end, as no other does: its newest value may be cut off.
 * - `series-disagree`: a macro series is not the difference of the two others that it is made of.
 */
export const flagCodes = [
  'parser',
  'closed-day',
  'copied-bar',
  'blank-row',
  'rebuilt-adjusted',
  'unsettled-adjusted',
  'no-volume',
  'outside-range',
  'after-hole',
  'refused-bar',
  'refused-series',
  'recent-hole',
  'past-holes',
  'thin-volume',
  'apart-from-index',
  'sources-disagree',
  'not-received',
  'left-out',
  'not-used',
  'cut-off',
  'series-disagree',
] as const;

export type FlagCode = (typeof flagCodes)[number];

/** Something that looked wrong: named to the reader, never repaired in silence. */
export interface Flag {
  /** `bars:TNA`, or a figure id. */
  readonly subject: string;
  readonly code: FlagCode;
  /** A sentence's worth, without its full stop. */
  readonly text: string;
  /** The sessions that it is about, ascending; absent where it is about the series as a whole. */
  readonly sessions?: readonly string[] | undefined;
  /**
   * The number that belongs to the code, a fraction: how far two sources are apart, the share of the usual volume, the share
   * of sessions without a bar.
   */
  readonly value?: number | undefined;
}
