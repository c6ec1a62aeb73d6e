import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { isInClear, isSendable } from '../config.ts';
import { UsageError } from '../errors.ts';
import { type ProviderName, providerNames } from '../providers/index.ts';
import { type Keys, keysFrom, keyVariables, partlySet } from '../providers/keys.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything outside that live data depends on. */
export interface LiveConfig {
  readonly keys: Keys;
  readonly addresses: Readonly<Partial<Record<ProviderName, string>>>;
  readonly contact?: string;
}

/** The process environment over what a `.env` file in the working folder says; the environment wins. */
export const localEnvironment = (): Environment => ({ ...envFile(), ...process.env });

/** What a `.env` file says; nothing where there is none. @throws UsageError */
export function envFile(): Environment {
  let text = '';
  try {
    text = readFileSync('.env', 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new UsageError('.env cannot be read', { cause: error });
  }
  return parseEnv(text);
}

const contactName = 'BRIEFING_CONTACT';
/** Address of a mail server, for the command `mail`. */
export const smtpName = 'BRIEFING_SMTP';
const addressName = (provider: ProviderName): string => `BRIEFING_URL_${provider.toUpperCase()}`;

/** Every variable that is understood here. */
export const understoodNames: readonly string[] = [
  ...keyVariables,
  contactName,
  smtpName,
  ...providerNames.map(addressName),
];

/**
 * Keys and addresses from the environment. A name that is set to nothing counts as not set.
 * @throws UsageError that names the variable and never its value
 */
export function liveConfig(environment: Environment): LiveConfig {
  const value = (name: string): string | undefined => sendable(name, environment[name]?.trim() || undefined);
  const partly = partlySet((variable) => value(variable) !== undefined);
  if (partly !== null) throw new UsageError(`${partly}; only one is set`);
  const keys = keysFrom(value);
  const contact = value(contactName);
  const addresses: Partial<Record<ProviderName, string>> = {};
  for (const provider of providerNames) {
    const name = addressName(provider);
    const address = value(name);
    if (address !== undefined) addresses[provider] = originOf(name, address);
  }
  refuseClearKeys(addresses, keys);
  return {
    keys,
    addresses,
    ...(contact === undefined ? {} : { contact }),
  };
}

/** Keys and the contact are sent in headers, which hold printable Latin letters only. */
function sendable(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isSendable(value))
    throw new UsageError(`${name} holds a character that cannot be sent to a provider`, {
      hint: 'Only plain letters, digits and signs can: look for a dash, a quotation mark or an accent from a document.',
    });
  return value;
}

/** @throws UsageError when a key would go over the network in clear */
function refuseClearKeys(addresses: LiveConfig['addresses'], keys: Keys): void {
  for (const [provider, address] of Object.entries(addresses)) {
    // Keys are kept under the names of their providers.
    if (keys[provider as keyof Keys] === undefined) continue;
    if (isInClear(address))
      throw new UsageError(
        `BRIEFING_URL_${provider.toUpperCase()} would send the key of ${provider} unencrypted`,
        {
          hint: 'Write an https address, or unset the key.',
        },
      );
  }
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
