import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readConfig } from '../../../infra/config.ts';
import { BriefingStack } from '../../../infra/stack.ts';

/** The stack as an owner configures it, with a line of code in the place of every function's own. */
export function stackOf(briefing: Record<string, unknown> = {}): BriefingStack {
  const app = new App({ context: { briefing } });
  return new BriefingStack(app, 'Test', {
    config: readConfig(app.node),
    codeOf: () => Code.fromInline('exports.handler = async () => {}'),
    code: 'abc1234',
  });
}

export const templateOf = (briefing: Record<string, unknown> = {}): Template =>
  Template.fromStack(stackOf(briefing));
