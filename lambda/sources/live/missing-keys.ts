import type { Edition } from '../../editions/edition.ts';
import { providers } from '../../providers/index.ts';
import { type Keys, missingKeyOf } from '../../providers/keys.ts';
import { routesTo } from '../providers/routes.ts';
import { seriesOf } from './edition-series.ts';

/** A key that is not set, and what it would add. */
export interface MissingKey {
  readonly key: string;
  readonly adds: string;
}

/**
 * The keys that would open a route to some series of the edition, each once.
 *
 * @param session that would be collected
 */
export function missingKeys(edition: Edition, session: string, keys: Keys): readonly MissingKey[] {
  const missing = new Map<string, Set<string>>();
  for (const [kind, series] of seriesOf(edition, session))
    for (const { provider, source } of routesTo(kind, series)) {
      const key = missingKeyOf(provider, keys);
      if (key === null) continue;
      const adds = providers[provider].sources[source]?.keyAdds ?? 'another source';
      missing.set(key, (missing.get(key) ?? new Set()).add(adds));
    }
  return [...missing].map(([key, adds]) => ({ key, adds: [...adds].join('; ') }));
}
