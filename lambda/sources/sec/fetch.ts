import type { Client } from '../http.ts';
import { type Fetched, single } from '../way.ts';

/** The concept under which companies report what they spend on plant and equipment. */
export const capitalExpenditure = 'PaymentsToAcquirePropertyPlantAndEquipment';

/** One concept of a company. The SEC wants a name and an address in the User-Agent and turns others away. @throws Refusal */
export async function fetchConcept(
  client: Client,
  cik: number,
  concept = capitalExpenditure,
): Promise<Fetched> {
  const company = `CIK${String(cik).padStart(10, '0')}`;
  return single(await client.get('sec', `/api/xbrl/companyconcept/${company}/us-gaap/${concept}.json`));
}
