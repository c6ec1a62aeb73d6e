import type { ProviderName } from '../../providers/index.ts';
import type { Keys } from '../../providers/keys.ts';
import type { Provider } from '../../providers/provider.ts';
import type { Answer } from '../http/client.ts';
import type { ClientClock } from '../http/clock.ts';
import type { ReportBug } from '../parser-bug.ts';
import type { SnapshotStore } from './snapshot-store.ts';

/** Everything outside, as configured for one run. */
export interface LiveSettings {
  readonly clock: ClientClock;
  /** Whether the run's clock was set: then a fetch proves what is known now, not what was known then. */
  readonly clockIsSet: boolean;
  readonly keys: Keys;
  /** Scheme and host in a provider's place: `BRIEFING_URL_<NAME>`. */
  readonly addresses: Readonly<Partial<Record<ProviderName, string>>>;
  readonly contact?: string;
  /** Send no request; use what the archive holds. */
  readonly offline: boolean;
  readonly snapshots: SnapshotStore;
  /** Keeps an answer as received, before it is parsed. */
  readonly keep: (answer: Answer) => Promise<void>;
  /** Called for a parser's unexpected exception, a bug of ours; the run goes on with the next provider. */
  readonly reportBug: ReportBug;
  /** Requests made today, by provider, in earlier runs; and where the count goes afterwards. */
  readonly used: Readonly<Record<string, number>>;
  readonly saveUsed: (used: Readonly<Record<string, number>>) => Promise<void>;
  /** Milliseconds after which nothing more is waited for. */
  readonly patience?: number;
  /** Other limits than the providers' own, for tests that would wait too long. */
  readonly providers?: Readonly<Record<ProviderName, Provider>>;
}
