import { environment } from '../archive-layout.ts';
import { parseConfig, type RuntimeConfig, runtimeConfig } from '../config.ts';
import { ConfigError, UsageError } from '../errors.ts';
import type { Environment } from '../runtime/config-live.ts';

/** What a function was deployed with. */
export interface Deployed {
  readonly bucket: string;
  readonly config: RuntimeConfig;
  /** Topic to which published briefings are sent; undefined without one. */
  readonly topic: string | undefined;
  /** The stack's own configuration set of SES; undefined without one. */
  readonly configurationSet: string | undefined;
  /** Which code is deployed, when the stack says it. */
  readonly code: string | undefined;
}

const hint = 'Deploy the stack again: it sets the variables of its functions.';

/** @throws ConfigError that names the variable */
export function deployedFrom(variables: Environment): Deployed {
  const bucket = variables[environment.bucket];
  if (!bucket) throw new ConfigError(`${environment.bucket} is not set`, { hint });
  return {
    bucket,
    config: configFrom(variables[environment.config] || '{}'),
    topic: variables[environment.topic] || undefined,
    configurationSet: variables[environment.configurationSet] || undefined,
    code: variables[environment.code] || undefined,
  };
}

function configFrom(text: string): RuntimeConfig {
  try {
    return parseConfig(runtimeConfig, JSON.parse(text), environment.config);
  } catch (cause) {
    const why = cause instanceof UsageError ? cause.message : `${environment.config} is not JSON`;
    throw new ConfigError(why, { cause, hint });
  }
}
