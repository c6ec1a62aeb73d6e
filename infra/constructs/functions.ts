import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { environment, type HandlerName, handlerNames, publishSeconds } from '../../lambda/contract.ts';
import { type BriefingConfig, runtimeConfig } from '../../lambda/contract-config.ts';
import { access } from '../access.ts';
import type { Archive } from './archive.ts';
import { renderer } from './renderer.ts';
import { grantSecrets } from './secrets.ts';
import { StepFunction, seconds } from './step-function.ts';

export interface FunctionsProps {
  readonly config: BriefingConfig;
  readonly archive: Archive;
  /** The code of one function, ready to run. */
  readonly codeOf: (name: HandlerName) => Code;
  /** The commit of the code, for its manifests and the metadata of what it writes. */
  readonly code: string;
}

/** Collecting gives up by itself after 90 s however many providers hang; what is received is kept before. */
const timeouts: Readonly<Record<HandlerName, number>> = {
  plan: 30,
  collect: 180,
  analyse: 60,
  render: renderer.timeout.toSeconds(),
  publish: publishSeconds,
  deliver: 120,
  settle: 30,
};

const does: Readonly<Record<HandlerName, string>> = {
  plan: 'Which session a run is about, or that there is none',
  collect: 'Every series through its chain of providers, kept as received',
  analyse: 'A snapshot becomes a report: figures, words, claims',
  render: 'A report becomes pages: HTML and PDF',
  publish: 'Pages become a revision in the archive, then the index',
  deliver: 'Tells readers of a revision, once',
  settle: 'Fails the run for what failed along the way',
};

/** The functions of the steps. Each may touch its own prefixes of the archive, and only `collect` the keys. */
export class Functions extends Construct {
  readonly all: Readonly<Record<HandlerName, StepFunction>>;

  constructor(scope: Construct, id: string, { config, archive, codeOf, code }: FunctionsProps) {
    super(scope, id);
    const shared = {
      [environment.bucket]: archive.bucket.bucketName,
      [environment.config]: JSON.stringify(runtimeConfig.parse(partOf(config))),
      [environment.code]: code,
    };
    const make = (name: HandlerName): StepFunction => {
      const made = new StepFunction(this, name, {
        description: does[name],
        code: codeOf(name),
        timeout: seconds(timeouts[name]),
        environment: name === 'collect' ? { ...shared, ...addressesOf(config) } : shared,
        ...(name === 'render' ? renderer : {}),
      });
      archive.grant(made.ownRole, access[name]);
      return made;
    };
    this.all = Object.fromEntries(handlerNames.map((name) => [name, make(name)])) as Record<
      HandlerName,
      StepFunction
    >;
    grantSecrets(this.all.collect, config.secrets);
  }
}

/** The settings that the functions read, of all there are. */
function partOf(config: BriefingConfig): unknown {
  return Object.fromEntries(Object.entries(config).filter(([name]) => name in runtimeConfig.shape));
}

function addressesOf({ addresses }: BriefingConfig): Record<string, string> {
  return Object.fromEntries(
    Object.entries(addresses).map(([provider, origin]) => [`BRIEFING_URL_${provider.toUpperCase()}`, origin]),
  );
}
