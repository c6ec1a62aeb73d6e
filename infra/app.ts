import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { UsageError } from '../lambda/errors.ts';
import { commitOf, ownFolder } from '../lambda/runtime/commit.ts';
import { buildAssets } from './assets.ts';
import { readConfig } from './config.ts';
import { BriefingStack } from './stack.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

try {
  const config = readConfig(app.node);
  const assets = await buildAssets();
  new BriefingStack(app, config.stackName, {
    config,
    codeOf: (name) => Code.fromAsset(assets[name]),
    code: (await commitOf(ownFolder)) ?? 'release',
  });
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${error.hint ?? ''}`);
  process.exitCode = 1;
}
