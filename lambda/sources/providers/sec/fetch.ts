import { InputError } from '../../../errors.ts';
import { ProviderError } from '../../http/provider-error.ts';
import { type SeriesRequest, type SourceRoute, single } from '../../route.ts';
import { capitalExpenditure, parseConcept } from './parse.ts';

/** The routes to a company's filings: the same place, one concept after the other. */
export const secRoutes: readonly SourceRoute<'filings'>[] = capitalExpenditure.map((concept) => ({
  kind: 'filings',
  source: 'sec',
  provider: 'sec',
  serves: () => true,
  async fetch(client, asked) {
    const company = `CIK${String(cikOf(asked)).padStart(10, '0')}`;
    const path = `/api/xbrl/companyconcept/${company}/us-gaap/${concept}.json`;
    const answer = await client.getOnce('sec', path);
    if (turnedAway(answer.status, answer.bytes)) {
      const why = client
        .breaker('sec')
        .trip('turns away who does not say who asks: set BRIEFING_CONTACT to a name and an e-mail address', {
          kind: 'no contact',
        });
      throw new ProviderError('no contact', why, { status: answer.status });
    }
    return single(answer);
  },
  parse: parseConcept,
  check({ filings: { company } }, asked) {
    const cik = cikOf(asked);
    if (company !== cik)
      throw new InputError(`asked for company ${cik}, answered with ${company}`, { field: 'cik' });
  },
}));

const cikOf = ({ series, edition }: SeriesRequest): number =>
  edition.filers.find(({ symbol }) => symbol === series)?.cik ?? 0;

/** The SEC's page for robots without a name: 403, "Your Request Originates from an Undeclared Automated Tool". */
function turnedAway(status: number, bytes: Uint8Array): boolean {
  return status === 403 && /undeclared automated tool/i.test(new TextDecoder().decode(bytes));
}
