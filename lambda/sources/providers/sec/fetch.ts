import { InputError } from '../../../errors.ts';
import { ProviderError } from '../../http/provider-error.ts';
import type { ParsedFilings } from '../../parsing/parsed.ts';
import { type SourceRoute, single } from '../../route.ts';
import { type Concept, capitalExpenditure, parseConcept } from './parse.ts';

/** The ways to a company's filings: the same place, one concept after the other. */
export function secRoutes(cik: number): readonly SourceRoute<ParsedFilings>[] {
  return capitalExpenditure.map((concept) => secRoute(cik, concept));
}

function secRoute(cik: number, concept: Concept): SourceRoute<ParsedFilings> {
  const company = `CIK${String(cik).padStart(10, '0')}`;
  return {
    source: 'sec',
    provider: 'sec',
    serves: () => true,
    async fetch(client) {
      const path = `/api/xbrl/companyconcept/${company}/us-gaap/${concept}.json`;
      const answer = await client.getOnce('sec', path);
      if (turnedAway(answer.status, answer.bytes)) {
        const why = client
          .breaker('sec')
          .trip('turns away who does not say who asks: set BRIEFING_CONTACT to a name and an e-mail address');
        throw new ProviderError('refused', why, { status: answer.status });
      }
      return single(answer);
    },
    parse(bytes, about) {
      const parsed = parseConcept(bytes, about);
      const { company: given } = parsed.filings;
      if (given !== cik)
        throw new InputError(`asked for company ${cik}, answered with ${given}`, { field: 'cik' });
      return parsed;
    },
  };
}

/** The SEC's page for robots without a name: 403, "Your Request Originates from an Undeclared Automated Tool". */
function turnedAway(status: number, bytes: Uint8Array): boolean {
  return status === 403 && /undeclared automated tool/i.test(new TextDecoder().decode(bytes));
}
