import type { Flag } from '../../../series/flag.ts';
import { provisionalNote } from '../../parsing/finality.ts';
import { compareCloses } from '../../quality/cross-check.ts';
import type { SecondOpinion } from '../outcome.ts';
import type { SeriesRules } from '../rules.ts';
import { validateBars } from './validate-bars.ts';

/** Prices of a symbol. */
export const barRules: SeriesRules<'bars'> = {
  kind: 'bars',
  extent: ({ bars: { sessions } }) => ({
    rows: sessions.length,
    first: sessions[0] ?? '',
    last: sessions.at(-1) ?? '',
  }),
  validation: ({ session }, cached) => validateBars(session, cached),
  prefersCached: (compared, problem) => problem !== null && compared < 0,
  compareWithSecond: (answer, second, { session }) => compareCloses(answer.bars, second.bars, session),
  remarks({ source, parsed }, { asked, failed, opinion }) {
    const flags = disagreement(`bars:${asked.series}`, source, opinion);
    return {
      notes: [parsed.finality === 'provisional' ? provisionalNote : undefined, failed],
      ...(flags.length === 0 ? {} : { flags }),
    };
  },
};

function disagreement(key: string, source: string, opinion: SecondOpinion | undefined): Flag[] {
  const compared = opinion?.comparison;
  if (opinion === undefined || compared == null || compared.apart.length === 0) return [];
  const { session, first, second, difference, apart } = compared;
  const percent = (Math.abs(difference) * 100).toFixed(2);
  const others = apart.length === 1 ? '' : `, and on ${apart.length - 1} more of the last five closes`;
  const text = `two sources disagree on the close of ${session} by ${percent} %: ${source} ${first}, ${opinion.source} ${second}${others}`;
  return [{ subject: key, code: 'sources-disagree', text, sessions: apart, value: difference }];
}
