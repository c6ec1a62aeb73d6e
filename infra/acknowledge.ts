import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The ARN of a resource as the safety rules write it in their findings. */
export function arnInFinding(of: Construct): string {
  return `<${Stack.of(of).getLogicalId(of.node.defaultChild as CfnElement)}.Arn>`;
}

/** Acknowledges that a policy under `scope` ends in a wildcard: this one, for this reason, and no other. */
export function acknowledgeWildcard(scope: Construct, resource: string, reason: string): void {
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}
