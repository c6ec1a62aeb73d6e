import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { clientDefaults } from './client-defaults.ts';
import type { SecretStores } from './secrets.ts';

/** Secrets Manager and the parameter store of this account and region. */
export function secretStores(): SecretStores {
  const manager = new SecretsManagerClient(clientDefaults);
  const parameters = new SSMClient(clientDefaults);
  return {
    secretsmanager: async (name) =>
      (await manager.send(new GetSecretValueCommand({ SecretId: name }))).SecretString,
    ssm: async (name) =>
      (await parameters.send(new GetParameterCommand({ Name: name, WithDecryption: true }))).Parameter?.Value,
  };
}
