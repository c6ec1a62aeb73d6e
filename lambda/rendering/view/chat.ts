import { formatDate, formatFigure } from '../../briefing/words/format.ts';
import { keyNotes } from '../../briefing/words/key-notes.ts';
import { firstChanges } from '../../report/changes.ts';
import { plainText } from '../../report/plain-text.ts';

import type { Report } from '../../report/schema.ts';
import { marks, type PageMark } from './marks.ts';

/** What a chat message says beside the report. */
export interface ChatFacts {
  /** First twelve hexadecimal digits of the SHA-256 of the report's bytes. */
  readonly digest: string;
  /** Address of the published page; null without a site. */
  readonly page: string | null;
  /** What this revision corrects of the message before; null for the first. */
  readonly correction: {
    readonly title: string;
    readonly items: readonly string[];
    readonly verdict: string;
  } | null;
}

/** The front page in the parts of which chat messages are made, as plain text. */
export interface ChatView extends ChatFacts {
  /** Edition, date, and the revision where it is not the first. */
  readonly title: string;
  readonly warnings: readonly PageMark[];
  readonly verdict: string;
  readonly supporting: readonly string[];
  readonly keys: readonly { readonly label: string; readonly value: string; readonly below: string }[];
  readonly since: string;
  readonly changes: readonly string[];
  readonly closing: string;
}

/** Everything that a chat message may say, from the report and where it was published. */
export function chatView(report: Report, facts: ChatFacts): ChatView {
  const { edition, session, revision, front } = report;
  return {
    ...facts,
    title: `${edition.title}, ${formatDate(session)}${revision > 1 ? `, revision ${revision}` : ''}`,
    warnings: marks(report),
    verdict: plainText(front.verdict),
    supporting: [...front.notices, ...front.supporting].map(plainText),
    keys: front.keys.map((key) => {
      const figure = report.figures[key.figure];
      if (figure === undefined) throw new Error(`the report has no figure ${key.figure}`);
      return { label: key.label, value: formatFigure(key.figure, figure), below: keyNotes(key, figure) };
    }),
    since: `Since ${formatDate(front.changes.since)}`,
    changes: firstChanges(report).map(plainText),
    closing: `Information, not advice. Revision ${revision}, report ${facts.digest}.`,
  };
}

/** How a service writes characters that mean something to it; what is written counts towards its limits. */
export type Escape = (text: string) => string;

/** A text that is at most `limit` characters as it is written, ended after a word and marked where something is left out. */
export function endedAtWord(text: string, limit: number, written: Escape = asIs): string {
  if (written(text).length <= limit) return written(text);
  // A character is written with one at least, and with five at most.
  for (
    let room = limit - 1;
    ;
    room -= Math.max(1, Math.floor((written(text.slice(0, room)).length - limit) / 5))
  ) {
    const head = text.slice(0, room);
    const space = head.lastIndexOf(' ');
    const cut = `${written((space > 0 ? head.slice(0, space) : head).toWellFormed().trimEnd())}…`;
    if (cut.length <= limit) return cut;
  }
}

/** As many whole lines as have room in `limit` characters, and a last one that counts those left out. */
export function linesWithin(
  lines: readonly string[],
  limit: number,
  { separator = '\n', written = asIs }: { readonly separator?: string; readonly written?: Escape } = {},
): string {
  for (let kept = lines.length; kept > 0; kept -= 1) {
    const left = lines.length - kept;
    const shown = [
      ...lines.slice(0, kept).map(written),
      ...(left === 0 ? [] : [`${left} more in the briefing.`]),
    ];
    const text = shown.join(separator);
    if (text.length <= limit) return text;
  }
  return endedAtWord(lines[0] ?? '', limit, written);
}

const asIs: Escape = (text) => text;

/** A message with as much room for each of its blocks as leaves the whole within a service's limit, in bytes. */
export function fitted<T>(messageWith: (room: number) => T, room: number, mostBytes: number): T {
  const message = messageWith(room);
  return new TextEncoder().encode(JSON.stringify(message)).length <= mostBytes
    ? message
    : fitted(messageWith, Math.floor(room / 2), mostBytes);
}
