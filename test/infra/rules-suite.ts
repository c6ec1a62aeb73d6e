import { App, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { BriefingStack } from '../../infra/stack.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { configurations } from './support/configurations.ts';
import { flags } from './support/synthesise.ts';

/** Synthesises under the rules; whatever is found and not acknowledged throws. */
async function synthesise(
  briefing: Record<string, unknown>,
  spoil?: (stack: BriefingStack) => void,
): Promise<void> {
  const folder = await temporaryFolder();
  try {
    const app = new App({
      context: { ...flags, briefing },
      outdir: folder.path,
      builtinCloudFormationValidation: spoil === undefined,
    });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const codeOf = () => Code.fromInline('exports.handler = async () => {}');
    const stack = new BriefingStack(app, 'Test', { config: readConfig(app.node), codeOf, code: 'abc1234' });
    spoil?.(stack);
    app.synth();
  } finally {
    await folder.dispose();
  }
}

describe('the AwsSolutions rules, and CloudFormation’s own', () => {
  it.each(configurations)('find nothing with %s', async (_, briefing) => {
    await expect(synthesise(briefing)).resolves.toBeUndefined();
  });

  it('would find a role that may do everything', async () => {
    const spoilt = synthesise({}, (stack) => {
      const role = new Role(stack, 'Spoilt', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    });
    await expect(spoilt).rejects.toThrow('AwsSolutions-IAM5[Action::s3:*]');
  });
});
