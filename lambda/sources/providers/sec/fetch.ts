import { InputError } from '../../../errors.ts';
import type { Answer, Client } from '../../http/client.ts';
import { ProviderError } from '../../http/provider-error.ts';
import type { ParsedByKind } from '../../parsing/parsed.ts';
import { type SeriesRequest, type SourceRoute, single } from '../../route.ts';
import { type ConceptKind, conceptParser, concepts } from './parse.ts';
import { parseSubmissions } from './submissions.parse.ts';

/** The routes to what a company has filed of one kind: the same place, one concept after the other. */
function conceptRoutes<K extends ConceptKind>(kind: K): readonly SourceRoute<K>[] {
  const parse = conceptParser(kind) as SourceRoute<K>['parse'];
  return concepts[kind].tags.map((tag) => ({
    kind,
    source: 'sec',
    provider: 'sec',
    serves: () => true,
    async fetch(client, asked) {
      const path = `/api/xbrl/companyconcept/${companyOf(asked)}/us-gaap/${tag}.json`;
      return single(await answered(client, path));
    },
    parse,
    check: (parsed: ParsedByKind[K], asked) => sameCompany(parsed.filings.company, asked),
  }));
}

/** The company's list of filings, which says when each was accepted. */
const submissions: SourceRoute<'results'> = {
  kind: 'results',
  source: 'sec',
  provider: 'sec',
  serves: () => true,
  fetch: async (client, asked) => single(await answered(client, `/submissions/${companyOf(asked)}.json`)),
  parse: parseSubmissions,
  check: ({ results }, asked) => sameCompany(results.company, asked),
};

export const secRoutes = [
  ...conceptRoutes('filings'),
  ...conceptRoutes('income'),
  ...conceptRoutes('shares'),
  submissions,
];

async function answered(client: Client, path: string): Promise<Answer> {
  const answer = await client.getOnce('sec', path);
  if (turnedAway(answer.status, answer.bytes)) {
    const why = client
      .breaker('sec')
      .trip('turns away who does not say who asks: set BRIEFING_CONTACT to a name and an e-mail address', {
        kind: 'no contact',
      });
    throw new ProviderError('no contact', why, { status: answer.status });
  }
  return answer;
}

const companyOf = (asked: SeriesRequest): string => `CIK${String(cikOf(asked)).padStart(10, '0')}`;

const cikOf = ({ series, edition }: SeriesRequest): number =>
  edition.filers.find(({ symbol }) => symbol === series)?.cik ?? 0;

function sameCompany(company: number, asked: SeriesRequest): void {
  const cik = cikOf(asked);
  if (company !== cik)
    throw new InputError(`asked for company ${cik}, answered with ${company}`, { field: 'cik' });
}

/** The SEC's page for robots without a name: 403, "Your Request Originates from an Undeclared Automated Tool". */
function turnedAway(status: number, bytes: Uint8Array): boolean {
  return status === 403 && /undeclared automated tool/i.test(new TextDecoder().decode(bytes));
}
