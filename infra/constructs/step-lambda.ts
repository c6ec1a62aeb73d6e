import { Duration, RemovalPolicy, type Size, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { metrics } from '../../lambda/archive-layout.ts';
import { acknowledgeWildcard } from '../acknowledge.ts';

export interface StepFunctionProps {
  readonly code: Code;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly description: string;
  readonly memorySize?: number;
  readonly architecture?: Architecture;
  readonly ephemeralStorageSize?: Size;
}

/** A function for one step of a briefing, with a log group of its own and a role that may only write to it. */
export class StepLambda extends LambdaFunction {
  readonly ownRole: Role;

  constructor(scope: Construct, id: string, props: StepFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      handler: 'index.handler',
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      ...props,
      environment: {
        POWERTOOLS_SERVICE_NAME: Stack.of(scope).stackName,
        POWERTOOLS_METRICS_NAMESPACE: metrics.namespace,
        ...props.environment,
      },
      logGroup,
      role,
    });
    this.ownRole = role;
    acknowledgeWildcard(role, '*', 'Traces go to X-Ray, which has no resources to name.');
  }
}

export const seconds = (count: number): Duration => Duration.seconds(count);
