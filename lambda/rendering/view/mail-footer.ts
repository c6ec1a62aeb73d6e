import { keys } from '../../archive-layout.ts';
import { formatInstant } from '../../briefing/words/format.ts';
import { multiple } from '../../briefing/words/multiple.ts';
import { sourceTitle } from '../../briefing/words/source-title.ts';
import type { Report } from '../../report/schema.ts';
import { type FooterLine, type RevisedSince, revisedLine } from './mail-revised.ts';

/** What the foot of a mail says beside the report. */
interface Foot {
  readonly digest: string;
  readonly publishedAt: string;
  readonly revised: RevisedSince | null;
  readonly site: string | null;
}

/**
 * The foot of each mail: what was revised, no advice, whose data, which list, and the digits by which the report
 * is found and proved.
 */
export function footerLines(report: Report, { digest, publishedAt, revised, site }: Foot): FooterLine[] {
  const { fund, beta } = report.edition;
  const proof = { words: 'Prove this mail', page: `${site}/${keys.shell('search')}#q=${digest}` };
  return [
    ...(revised === null ? [] : [revisedLine(revised, site)]),
    ...[
      `Information, not advice. ${fund} is a daily-reset fund: held longer than a day it can differ much from ${multiple(beta)} its index.`,
      ...sourceLine(report),
    ].map((text) => ({ text, link: null })),
    {
      text: `Revision ${report.revision}, published ${formatInstant(publishedAt)}, report ${digest}.`,
      link: site === null ? null : proof,
    },
  ];
}

/** `Prices: Yahoo Finance, Cboe. Macro series: FRED. …`; nothing of a simulated market, which no one owns. */
function sourceLine({ marks, sources }: Report): string[] {
  if (marks.simulated) return [];
  const namesOf = (kind: string) => [
    ...new Set(
      sources.filter(({ key }) => key.startsWith(`${kind}:`)).map(({ source }) => sourceTitle(source)),
    ),
  ];
  const [prices, macro] = [namesOf('bars'), namesOf('macro')].map((names) => names.join(', '));
  const named =
    prices === macro
      ? [`Prices and macro series: ${prices}.`]
      : [
          ...(prices === '' ? [] : [`Prices: ${prices}.`]),
          ...(macro === '' ? [] : [`Macro series: ${macro}.`]),
        ];
  return [
    [
      ...named,
      'The briefing names the publisher and the terms of each series.',
      'For your own use: the providers’ terms forbid passing this on.',
    ].join(' '),
  ];
}
