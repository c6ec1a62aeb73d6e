import { Token } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { environment, type HandlerName, handlerNames, publishSeconds } from '../../lambda/archive-layout.ts';
import { type BriefingConfig, runtimeConfig } from '../../lambda/config.ts';
import { UsageError } from '../../lambda/errors.ts';
import { access } from '../access.ts';
import type { ArchiveBucket } from './archive.ts';
import { renderer } from './renderer.ts';
import { grantSecrets } from './secrets.ts';
import { StepLambda, seconds } from './step-lambda.ts';

export interface FunctionsProps {
  readonly config: BriefingConfig;
  readonly archive: ArchiveBucket;
  /** The code of one function, ready to run. */
  readonly codeOf: (name: HandlerName) => Code;
  /** The commit of the code, for its manifests and the metadata of what it writes. */
  readonly code: string;
}

/** Collecting gives up by itself after 90 s however many providers hang; what is received is kept before. */
const timeouts: Readonly<Record<HandlerName, number>> = {
  plan: 30,
  collect: 180,
  draft: 600,
  analyse: 60,
  render: renderer.timeout.toSeconds(),
  publish: publishSeconds,
  // Two channels may make it wait for half a minute each.
  deliver: 180,
  settle: 30,
  conclude: 60,
};

const does: Readonly<Record<HandlerName, string>> = {
  plan: 'Which session a run is about, or that there is none',
  collect: 'Every series through its chain of providers, kept as received',
  draft: 'The reports of a backfill, in order, from one collection',
  analyse: 'A snapshot becomes a report: figures, words, claims',
  render: 'A report becomes pages: HTML and PDF',
  publish: 'Pages become a revision in the archive, then the index',
  deliver: 'Tells readers of a revision, once',
  settle: 'Fails the run for what failed along the way',
  conclude: 'Keeps what failed in a backfill, and fails it with that at its end',
};

/** The functions of the steps. Each may touch its own prefixes of the archive, and only `collect` the keys. */
export class Functions extends Construct {
  readonly all: Readonly<Record<HandlerName, StepLambda>>;

  constructor(scope: Construct, id: string, { config, archive, codeOf, code }: FunctionsProps) {
    super(scope, id);
    const sharedBy = (name: HandlerName) => ({
      [environment.bucket]: archive.bucket.bucketName,
      [environment.config]: JSON.stringify(settingsOf(name, config)),
      [environment.code]: code,
    });
    const make = (name: HandlerName): StepLambda => {
      const made = new StepLambda(this, name, {
        description: does[name],
        code: codeOf(name),
        timeout: seconds(timeouts[name]),
        environment: within4kB(name, {
          ...sharedBy(name),
          ...(name === 'collect' ? addressesOf(config) : {}),
        }),
        ...(name === 'render' ? renderer : {}),
        // A whole processor: a hundred reports are written one after the other.
        ...(name === 'draft' ? { memorySize: 1769 } : {}),
      });
      archive.grant(made.ownRole, access[name]);
      return made;
    };
    this.all = Object.fromEntries(handlerNames.map((name) => [name, make(name)])) as Record<
      HandlerName,
      StepLambda
    >;
    grantSecrets(this.all.collect, Object.values(config.secrets));
    grantSecrets(this.all.deliver, [config.chat.slack, config.chat.teams]);
  }
}

/** Settings that one function alone reads: an environment is shown to everybody who may look at a function. */
const ownSettings: Readonly<Partial<Record<string, readonly HandlerName[]>>> = {
  sender: ['deliver'],
  recipients: ['deliver'],
  mail: ['deliver'],
  configurationSet: ['deliver'],
  chat: ['deliver'],
  site: ['publish', 'deliver'],
  secrets: ['collect'],
  // The User-Agent of requests to providers, and the reply address of the mail.
  contact: ['collect', 'deliver'],
};

/** The settings that a function reads, of all there are. */
function settingsOf(name: HandlerName, config: BriefingConfig): Record<string, unknown> {
  const read = Object.entries(config).filter(
    ([setting]) => setting in runtimeConfig.shape && (ownSettings[setting]?.includes(name) ?? true),
  );
  return Object.fromEntries(read);
}

/** @throws UsageError before AWS refuses the deployment, when a function's environment is larger than it may be */
function within4kB(name: HandlerName, variables: Record<string, string>): Record<string, string> {
  // The bucket's name is known only in AWS; it has 63 characters at most.
  const size = Object.entries(variables).reduce(
    (sum, [key, value]) => sum + key.length + (Token.isUnresolved(value) ? 63 : Buffer.byteLength(value)),
    0,
  );
  if (size > 4_000)
    throw new UsageError(`the settings of the function ${name} take ${size} bytes of 4,000`, {
      hint:
        name === 'deliver'
          ? 'Name fewer recipients: a mailing list takes one.'
          : 'Write shorter names of secrets, a shorter contact or fewer addresses.',
    });
  return variables;
}

function addressesOf({ addresses }: BriefingConfig): Record<string, string> {
  return Object.fromEntries(
    Object.entries(addresses).map(([provider, origin]) => [`BRIEFING_URL_${provider.toUpperCase()}`, origin]),
  );
}
