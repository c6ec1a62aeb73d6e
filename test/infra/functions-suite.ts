import { describe, expect, it } from 'vitest';
import { handlerNames } from '../../lambda/archive-layout.ts';
import { parseConfig, runtimeConfig } from '../../lambda/config.ts';
import { shells } from '../../lambda/rendering/view/site/shells.ts';
import { flat, resourceNamed, resourcesOf, statementsOf } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

const template = templateOf();
const configured = templateOf({
  sender: 'desk@example.org',
  recipients: ['reader@example.com'],
  secrets: { FRED_API_KEY: 'secretsmanager:briefing/fred', TIINGO_API_KEY: 'ssm:/briefing/tiingo' },
  addresses: { yahoo: 'http://127.0.0.1:8080' },
});

const propertiesOf = (name: string, of = template) =>
  resourceNamed(of, 'AWS::Lambda::Function', `Functions${name}`).Properties;
const variablesOf = (name: string, of = template) =>
  (propertiesOf(name, of).Environment as { Variables: Record<string, unknown> }).Variables;
const grantsOf = (name: string, of = template) => statementsOf(of, `Functions${name}Role`);

describe('the functions', () => {
  it.each(handlerNames)(
    '%s runs on Node 24, on the processor and memory of its kind, and is traced',
    (name) => {
      const render = name === 'render';
      expect(propertiesOf(name)).toMatchObject({
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Architectures: [render ? 'x86_64' : 'arm64'],
        MemorySize: { render: 2048, draft: 1769 }[name as string] ?? 512,
        LoggingConfig: { LogFormat: 'JSON' },
        TracingConfig: { Mode: 'Active' },
      });
      if (render)
        expect(propertiesOf(name)).toMatchObject({ Timeout: 120, EphemeralStorage: { Size: 1024 } });
    },
  );

  it('read the configuration by its schema, and have no secret in their environment', () => {
    const config = parseConfig(
      runtimeConfig,
      JSON.parse(String(variablesOf('deliver', configured).BRIEFING_CONFIG)),
      '',
    );
    expect(config).toMatchObject({ sender: 'desk@example.org', recipients: ['reader@example.com'] });
    for (const name of handlerNames) {
      const variables = flat(variablesOf(name, configured));
      expect(variables.includes('reader@example.com')).toBe(name === 'deliver');
      expect(variables.includes('briefing/fred')).toBe(name === 'collect');
    }
    for (const name of handlerNames)
      expect(
        Object.keys(variablesOf(name, configured)).filter((key) => /KEY|SECRET|TOKEN|PASSWORD/.test(key)),
      ).toEqual([]);
  });

  it('ask the providers elsewhere only where that is configured, and only to collect', () => {
    expect(variablesOf('collect', configured).BRIEFING_URL_YAHOO).toBe('http://127.0.0.1:8080');
    expect(variablesOf('analyse', configured).BRIEFING_URL_YAHOO).toBeUndefined();
    expect(Object.keys(variablesOf('collect')).filter((key) => key.startsWith('BRIEFING_URL'))).toEqual([]);
  });

  it('have 4 kB for their environment, and the synthesis says so when that is not enough', () => {
    const recipients = (length: number) =>
      Array.from({ length: 50 }, (_, i) => `${String(i).padStart(length, 'a')}@mail.example.org`);
    const made = (length: number) =>
      templateOf({ sender: 'desk@example.org', recipients: recipients(length) });
    const variables = variablesOf('deliver', made(40));
    const size = Object.entries(variables).reduce(
      (sum, [key, value]) => sum + key.length + (typeof value === 'string' ? value.length : 63),
      0,
    );
    expect(size).toBeLessThan(4096);
    expect(() => made(60)).toThrow(/the settings of the function deliver take \d+ bytes of 4,000/);
  });
});

/** What moves with each briefing, and what the site's pages load. */
const pointers = [
  ...[
    'index.json',
    'index/*',
    'latest.json',
    'calls/*',
    'schema/*',
    'index.html',
    '404.html',
    '2???/index.html',
    'data/*',
    'site/*',
    'feed.xml',
    'feed.json',
    ...shells.map(({ kind }) => `${kind}.html`),
  ],
];

/** Which keys of the archive a function may read and write, by prefix; written out here, apart from the code. */
const allowed: Record<(typeof handlerNames)[number], { read: string[]; write: string[] }> = {
  plan: { read: ['reports/*', 'receipts/final/*'], write: [] },
  collect: { read: ['snapshots/*', 'receipts/2*'], write: ['snapshots/*', 'receipts/2*'] },
  analyse: { read: ['snapshots/*', 'reports/*', 'work/*', 'calls/*'], write: ['work/*'] },
  draft: { read: ['snapshots/*', 'reports/*', 'work/*', 'calls/*'], write: ['snapshots/*', 'work/*'] },
  render: { read: ['work/*'], write: ['work/*'] },
  publish: {
    read: ['work/*', 'reports/*', 'receipts/final/*', 'figures/*', ...pointers],
    write: ['reports/*', 'receipts/final/*', 'figures/*', ...pointers],
  },
  deliver: { read: ['index/*', 'reports/*', 'receipts/delivery/*'], write: ['receipts/delivery/*'] },
  settle: { read: ['runs/*', 'data/runs/*'], write: ['runs/*', 'data/runs/*'] },
  conclude: {
    read: ['reports/*', 'receipts/backfill/*', 'runs/*', 'data/runs/*'],
    write: ['receipts/backfill/*', 'runs/*', 'data/runs/*'],
  },
};

describe('least privilege', () => {
  it.each(handlerNames)('%s touches its own prefixes of the archive and no others', (name) => {
    const inBucket = grantsOf(name).filter(({ Action }) => Action.some((action) => action.startsWith('s3:')));
    const keysFor = (action: string) =>
      inBucket
        .filter(({ Action }) => Action.includes(action))
        .flatMap(({ Resource }) => Resource.map((arn) => arn.replace(/^ArchiveBucket[^/]*\//, '')));
    expect(keysFor('s3:GetObject').sort()).toEqual(allowed[name].read.sort());
    expect(keysFor('s3:PutObject').sort()).toEqual(allowed[name].write.sort());
    const { read, write } = allowed[name];
    expect(new Set(inBucket.flatMap(({ Action }) => Action))).toEqual(
      new Set([
        ...(read.length > 0 ? ['s3:GetObject', 's3:ListBucket'] : []),
        ...(write.length > 0 ? ['s3:PutObject'] : []),
      ]),
    );
    const lists = inBucket.filter(({ Action }) => Action.includes('s3:ListBucket'));
    const prefixes = read.length === 1 ? read : expect.anything();
    expect(lists.map(({ Condition }) => Condition)).toEqual(
      read.length > 0 ? [{ StringLikeIfExists: { 's3:prefix': prefixes } }] : [],
    );
  });

  it('grants no wildcard but to traces, which have no names', () => {
    for (const name of handlerNames)
      for (const { Action, Resource } of grantsOf(name, configured)) {
        expect(Action.filter((action) => action.includes('*'))).toEqual([]);
        if (Resource.includes('*')) expect(Action.every((action) => action.startsWith('xray:'))).toBe(true);
      }
  });

  it('lets only collect read secrets, and only those that are named', () => {
    for (const name of handlerNames) {
      const secret = grantsOf(name, configured).filter(({ Action }) =>
        Action.some((action) => /^(secretsmanager|ssm|kms):/.test(action)),
      );
      expect(secret).toHaveLength(name === 'collect' ? 2 : 0);
      expect(
        grantsOf(name).filter(({ Action }) => Action.some((action) => /^(secretsmanager|ssm):/.test(action))),
      ).toEqual([]);
    }
    const resources = grantsOf('collect', configured).flatMap(({ Resource }) => Resource);
    expect(resources.some((arn) => arn.endsWith(':secret:briefing/fred-??????'))).toBe(true);
    expect(resources.some((arn) => arn.endsWith(':parameter/briefing/tiingo'))).toBe(true);
  });

  it('lets only deliver read the addresses of webhooks, and no key of a provider', () => {
    const chatting = templateOf({
      chat: { slack: 'ssm:/briefing/slack', teams: 'secretsmanager:briefing/teams' },
      secrets: { FRED_API_KEY: 'ssm:/briefing/fred' },
    });
    const readBy = (name: string) =>
      grantsOf(name, chatting)
        .filter(({ Action }) => Action.some((action) => /^(secretsmanager|ssm):/.test(action)))
        .flatMap(({ Resource }) => Resource.map((arn) => arn.replace(/^.*?(?=secret:|parameter\/)/, '')));
    for (const name of handlerNames) {
      const expected = {
        deliver: ['secret:briefing/teams-??????', 'parameter/briefing/slack'],
        collect: ['parameter/briefing/fred'],
      }[name as string];
      expect(readBy(name), name).toEqual(expected ?? []);
      expect(flat(variablesOf(name, chatting)).includes('briefing/slack')).toBe(name === 'deliver');
    }
  });

  it('lets only deliver send mail, as the configured sender, and no function without one', () => {
    for (const name of handlerNames) {
      const mail = grantsOf(name, configured).filter(({ Action }) => Action.includes('ses:SendEmail'));
      expect(mail).toHaveLength(name === 'deliver' ? 1 : 0);
      expect(flat(grantsOf(name))).not.toContain('ses:');
    }
    expect(
      grantsOf('deliver', configured).find(({ Action }) => Action.includes('ses:SendEmail'))?.Condition,
    ).toEqual({
      StringEqualsIgnoreCase: { 'ses:FromAddress': 'desk@example.org' },
    });
    const resources = grantsOf('deliver', configured)
      .filter(({ Action }) => Action.includes('ses:SendEmail'))
      .flatMap(({ Resource }) => Resource);
    expect(resources.map((arn) => arn.replace(/^.*:(?=[a-z-]+\/)/, '')).sort()).toEqual([
      'configuration-set/*',
      'identity/*',
    ]);
  });

  it('keeps the topics and the queue to TLS', () => {
    for (const type of ['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'])
      for (const { Properties } of Object.values(resourcesOf(template, type)))
        expect(JSON.stringify(Properties.PolicyDocument)).toContain('"aws:SecureTransport":"false"');
  });
});
