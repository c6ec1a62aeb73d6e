import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import cdk from '../../../cdk.json' with { type: 'json' };
import { readConfig } from '../../../infra/config.ts';
import { BriefingStack } from '../../../infra/stack.ts';

const { briefing: _, ...others } = cdk.context;
/** The feature flags of the CDK that a deployment has, which decide how templates are written. */
export const flags = others;

/**
 * The stack as an owner configures it, with a line of code in place of every function's own. CloudFormation's own
 * rules, two seconds a process, are held against it where the safety rules are.
 */
export function stackOf(briefing: Record<string, unknown> = {}): BriefingStack {
  const app = new App({ context: { ...flags, briefing }, builtinCloudFormationValidation: false });
  const config = readConfig(app.node);
  return new BriefingStack(app, briefing.stackName === undefined ? 'Test' : config.stackName, {
    config,
    codeOf: () => Code.fromInline('exports.handler = async () => {}'),
    code: 'abc1234',
  });
}

const synthesised = new Map<string, Template>();

/** Its template: made once for all that ask about the same configuration. */
export function templateOf(briefing: Record<string, unknown> = {}): Template {
  const key = JSON.stringify(briefing);
  const template = synthesised.get(key) ?? Template.fromStack(stackOf(briefing));
  synthesised.set(key, template);
  return template;
}
