import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { clientDefaults } from '../../aws/client-defaults.ts';
import { UsageError } from '../../errors.ts';
import { ownFolder } from '../../runtime/commit.ts';
import { asking } from './failure.ts';
import { regionOf } from './region.ts';

/** Outputs of the stack, as `infra/stack.ts` names them. */
export type Output =
  | 'ArchiveBucket'
  | 'StateMachine'
  | 'BackfillMachine'
  | 'CollectFunction'
  | 'DeliverFunction'
  | 'ScheduleGroup';

/** A deployed stack, by what it says of itself. */
export interface DeployedStack {
  readonly name: string;
  readonly region: string;
  /** @throws UsageError when the stack was deployed by code that did not have it yet */
  output(name: Output): string;
}

/** The stack's name where none is given: the setting of this checkout, else the default of docs/deploy.md. */
function defaultStackName(): string {
  try {
    const { context } = JSON.parse(readFileSync(join(ownFolder, 'cdk.json'), 'utf8'));
    const name: unknown = context?.briefing?.stackName ?? context?.['briefing.stackName'];
    return typeof name === 'string' ? name : 'SmallcapBriefing';
  } catch {
    return 'SmallcapBriefing';
  }
}

/** Finds a stack in the account and region that the caller is signed in to. @throws UsageError @throws AwsError */
export async function stackCalled(given: string | undefined): Promise<DeployedStack> {
  const name = given ?? defaultStackName();
  const client = new CloudFormationClient(clientDefaults);
  return asking(`say what is in the stack ${name}`, async () => {
    const region = await regionOf(client);
    const answer = await client.send(new DescribeStacksCommand({ StackName: name })).catch((cause) => {
      // The name is all that is asked by: another cannot be wrong.
      if (cause instanceof Error && cause.name === 'ValidationError') throw noStack(name, region, cause);
      throw cause;
    });
    const [stack] = answer.Stacks ?? [];
    if (stack === undefined) throw noStack(name, region, undefined);
    const outputs = new Map(stack.Outputs?.map((one) => [one.OutputKey, one.OutputValue]));
    return {
      name,
      region,
      output(wanted) {
        const value = outputs.get(wanted);
        if (value !== undefined) return value;
        throw new UsageError(`the stack ${name} says nothing of its ${wanted} (${stack.StackStatus})`, {
          hint: 'It was deployed from an older checkout, or not to the end: `npx cdk deploy` mends both.',
        });
      },
    };
  });
}

const noStack = (name: string, region: string, cause: unknown): UsageError =>
  new UsageError(`there is no stack ${name} in ${region}`, {
    cause,
    hint: 'Deploy it with `npx cdk deploy`, name another with --stack, or another region with AWS_REGION.',
  });
