import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { UsageError } from '../errors.ts';
import type { Keys } from '../sources/keys.ts';
import { type ProviderName, providerNames } from '../sources/providers.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything outside that live data depends on. */
export interface LiveConfig {
  readonly keys: Keys;
  readonly addresses: Readonly<Partial<Record<ProviderName, string>>>;
  readonly contact?: string;
}

/** The process environment over what a `.env` file in the working folder says; the environment wins. */
export function localEnvironment(file = '.env'): Environment {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new UsageError(`${file} cannot be read`, { cause: error });
  }
  return { ...parseEnv(text), ...process.env };
}

/**
 * Keys and addresses from the environment. A name that is set to nothing counts as not set.
 * @throws UsageError that names the variable and never its value
 */
export function liveConfig(environment: Environment): LiveConfig {
  const value = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [id, secret] = [value('APCA_API_KEY_ID'), value('APCA_API_SECRET_KEY')];
  if ((id === undefined) !== (secret === undefined))
    throw new UsageError('Alpaca wants both APCA_API_KEY_ID and APCA_API_SECRET_KEY; only one is set');
  const plain = {
    tiingo: value('TIINGO_API_KEY'),
    massive: value('MASSIVE_API_KEY'),
    fred: value('FRED_API_KEY'),
    bls: value('BLS_API_KEY'),
    finnhub: value('FINNHUB_API_KEY'),
  };
  const alpaca = id === undefined || secret === undefined ? {} : { alpaca: { id, secret } };
  const contact = value('BRIEFING_CONTACT');
  const addresses: Partial<Record<ProviderName, string>> = {};
  for (const provider of providerNames) {
    const name = `BRIEFING_URL_${provider.toUpperCase()}`;
    const address = value(name);
    if (address !== undefined) addresses[provider] = originOf(name, address);
  }
  return {
    keys: { ...definedOnly(plain), ...alpaca },
    addresses,
    ...(contact === undefined ? {} : { contact }),
  };
}

/** Scheme and host: path and query stay the provider's own. */
function originOf(name: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const bare =
    url !== null && (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '';
  if (url === null || !bare || !['http:', 'https:'].includes(url.protocol) || url.username !== '')
    throw new UsageError(`${name} is not a scheme and host`, {
      hint: 'Write it as in http://127.0.0.1:8080.',
    });
  return url.origin;
}

function definedOnly<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
