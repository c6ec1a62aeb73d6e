import * as z from 'zod';
import type { RuntimeConfig } from '../config.ts';
import { ConfigError, SecretUnavailable } from '../errors.ts';
import type { Environment } from '../runtime/config-live.ts';

/** Reads one secret by its name; undefined where the store holds none under it. */
export type ReadSecret = (name: string) => Promise<string | undefined>;

export interface SecretStores {
  readonly secretsmanager: ReadSecret;
  readonly ssm: ReadSecret;
}

/**
 * The keys of providers, by the names of variables that the command line takes them from. They are never in the
 * environment: it is shown to everybody who may look at a function.
 *
 * @throws ConfigError that names the secret and never its value @throws SecretUnavailable worth another try
 */
export async function readSecrets(
  named: RuntimeConfig['secrets'],
  stores: SecretStores,
): Promise<Environment> {
  const entries = Object.entries(named).flatMap(([variable, address]) =>
    address === undefined ? [] : [[variable, address] as const],
  );
  return Object.fromEntries(
    await Promise.all(
      entries.map(
        async ([variable, address]) => [variable, await readSecret(variable, address, stores)] as const,
      ),
    ),
  );
}

/** Whether asking again cannot help: there is no such secret, or it is not for us. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && /NotFound|AccessDenied|Validation|InvalidParameter|Decryption/.test(error.name)
  );
}

/**
 * One secret.
 * @param variable what it is called in messages, and the field that holds it where a store keeps JSON
 * @param address `secretsmanager:NAME` or `ssm:/NAME`, as the configuration's schema demands
 * @throws ConfigError that names the secret and never its value @throws SecretUnavailable worth another try
 */
export async function readSecret(variable: string, address: string, stores: SecretStores): Promise<string> {
  const colon = address.indexOf(':');
  const [store, name] = [address.slice(0, colon), address.slice(colon + 1)];
  let value: string | undefined;
  try {
    value = await (store === 'ssm' ? stores.ssm(name) : stores.secretsmanager(name));
  } catch (cause) {
    const why = cause instanceof Error ? cause.name : 'unknown';
    if (!isRefusal(cause))
      throw new SecretUnavailable(`the secret ${address} for ${variable} is out of reach for now (${why})`, {
        cause,
        hint: 'Run again: nothing was collected yet.',
      });
    throw new ConfigError(`the secret ${address} for ${variable} cannot be read (${why})`, {
      hint: `See that it exists in this region and account, that its KMS key, if it is one of your own, lets the role of this function decrypt, or remove ${variable} from the configuration.`,
    });
  }
  const key = keyIn(value?.trim() ?? '', variable);
  if (key === null)
    throw new ConfigError(`the secret ${address} for ${variable} is JSON without the key`, {
      hint: `Put the key alone into it, or a JSON object with the field ${variable}, or with one field only.`,
    });
  if (key === '')
    throw new ConfigError(`the secret ${address} for ${variable} is empty`, {
      hint: `Put the key into it, or remove ${variable} from the configuration.`,
    });
  return key;
}

/**
 * The key in what a store holds: the text itself, or, since the console of Secrets Manager keeps key and value as
 * JSON, the field of a JSON object that has the variable's name, or its only field. A key of digits is text.
 * @returns null for JSON that does not say which text is the key
 */
function keyIn(text: string, variable: string): string | null {
  if (!/^[{["]/.test(text)) return text;
  try {
    const fields: Record<string, unknown> = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    const names = Object.keys(fields);
    const value = fields[variable] ?? (names.length === 1 ? fields[names[0] ?? ''] : undefined);
    return typeof value === 'string' ? value.trim() : null;
  } catch {
    // Neither the cause nor its message is kept: both would quote the secret.
    return null;
  }
}
