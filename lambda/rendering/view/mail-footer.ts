import { formatInstant } from '../../briefing/words/format.ts';
import { multiple } from '../../briefing/words/multiple.ts';
import { sourceTitle } from '../../briefing/words/source-title.ts';
import type { Report } from '../../report/schema.ts';

/** What stands at the foot of each mail: no advice, whose data, for whom, and by which digits the report is found. */
export function footerLines(
  report: Report,
  { digest, publishedAt }: { readonly digest: string; readonly publishedAt: string },
): string[] {
  const { fund, beta } = report.edition;
  return [
    `Information, not advice. ${fund} is a daily-reset fund: held longer than a day it can differ much from ${multiple(beta)} its index.`,
    ...sourceLine(report),
    `Revision ${report.revision}, published ${formatInstant(publishedAt)}, report ${digest}.`,
  ];
}

/** `Prices: Yahoo Finance, Cboe. Macro: FRED. …`; nothing of a simulated market, which no one owns. */
function sourceLine({ marks, sources }: Report): string[] {
  if (marks.simulated) return [];
  const namesOf = (kind: string) => [
    ...new Set(
      sources.filter(({ key }) => key.startsWith(`${kind}:`)).map(({ source }) => sourceTitle(source)),
    ),
  ];
  const listed = new Map<string, string[]>();
  for (const [what, kind] of [
    ['Prices', 'bars'],
    ['Macro series', 'macro'],
  ] as const) {
    const names = namesOf(kind).join(', ');
    if (names !== '') listed.set(names, [...(listed.get(names) ?? []), what]);
  }
  return [
    [
      ...[...listed].map(([names, kinds]) => `${kinds.join('; ')}: ${names}.`),
      'The briefing names the publisher and the terms of each series.',
      'For your own use: the providers’ terms forbid passing this on.',
    ].join(' '),
  ];
}
