import { execFileSync } from 'node:child_process';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { UsageError } from '../lambda/errors.ts';
import { buildAssets } from './assets.ts';
import { readConfig } from './config.ts';
import { BriefingStack } from './stack.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

try {
  const config = readConfig(app.node);
  const assets = await buildAssets();
  new BriefingStack(app, 'SmallcapBriefing', {
    config,
    codeOf: (name) => Code.fromAsset(assets[name]),
    code: commit(),
  });
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${error.hint ?? ''}`);
  process.exitCode = 1;
}

/** The commit that is deployed, for the metadata of what it writes. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
