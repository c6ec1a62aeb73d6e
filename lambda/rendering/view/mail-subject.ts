import { formatFigure, formatNearDate } from '../../briefing/words/format.ts';
import type { Report } from '../../report/schema.ts';
import { marks } from './marks.ts';

/** Characters that a subject may have: mail programs on phones cut at about as many. */
const longestSubject = 60;

/**
 * `TNA +0.28 % · IWM −0.43 pts to SPY · Fri 25 Sep`: the facts first, the date always; marks lead. What does not fit is
 * left out from the middle, never cut.
 */
export function mailSubject(report: Report, corrected: boolean): string {
  const { edition, figures, front, session, revision } = report;
  const leading = [
    ...marks(report).map(({ name }) => (name === 'SIMULATED DATA' ? 'SIMULATED' : name)),
    ...(corrected ? [`CORRECTED r${revision}`] : []),
  ];
  const print = (id: string) => {
    const figure = figures[id];
    return figure === undefined ? null : formatFigure(id, figure);
  };
  const change = print(`change.${edition.fund}.1d`);
  const pair = front.keys.flatMap(
    ({ figure }) => /^excess\.([^:]+):([^.]+)\.5d$/.exec(figure)?.slice(1) ?? [],
  );
  const [own, rival] = pair;
  const excess = own === undefined ? null : print(`excess.${own}:${rival}.1d`);
  const middle = [
    ...(change === null ? [] : [`${edition.fund} ${change}`]),
    ...(excess === null ? [] : [`${own} ${excess} to ${rival}`]),
  ];
  const day = formatNearDate(session);
  for (let kept = middle.length; ; kept -= 1) {
    const text = [...leading, ...middle.slice(0, kept), day].join(' · ');
    if (text.length <= longestSubject || kept === 0) return text;
  }
}
