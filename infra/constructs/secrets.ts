import { ArnFormat, Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * Lets a function read secrets that the configuration names, and no other.
 * @param addresses as the configuration's schema demands them
 */
export function grantSecrets(to: IGrantable & Construct, addresses: readonly (string | undefined)[]): void {
  const stack = Stack.of(to);
  const places = addresses.filter((place) => place !== undefined);
  const grant = (actions: string[], resources: string[]) => {
    if (resources.length > 0)
      to.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
  };
  grant(
    ['secretsmanager:GetSecretValue'],
    namesIn(places, 'secretsmanager:').map((name) =>
      // Secrets Manager adds a dash and six characters to every name.
      stack.formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        resourceName: `${name}-??????`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ),
  );
  grant(
    ['ssm:GetParameter'],
    namesIn(places, 'ssm:').map((name) =>
      stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.slice(1) }),
    ),
  );
}

function namesIn(places: readonly string[], store: string): string[] {
  const names = places.filter((place) => place.startsWith(store)).map((place) => place.slice(store.length));
  return [...new Set(names)].sort();
}
