import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configurations } from './support/configurations.ts';
import { flat, resourcesOf } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

interface Any {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const allOf = (of: Template) => Object.entries(of.toJSON().Resources as Record<string, Any>);

/** Types whose names are one account's, or everybody's, whatever the region. */
const global = /^AWS::(CloudFront|IAM|Route53|S3)::|^AWS::CloudWatch::Dashboard$/;
/** Called a name by CloudFormation, and the name of something else: what an inline policy is called within its role. */
const notOwnNames: readonly string[] = ['PolicyName', 'MetricName', 'DisplayName'];

/** A table is named within its database, which has a name of its own. */
const withinAnother: readonly string[] = ['AWS::Glue::Table'];

/** Names that a resource is given, a level deep: a second of such a name cannot be made. Not references to others. */
function namesOf({ Type, Properties = {} }: Any): unknown[] {
  if (withinAnother.includes(Type)) return [];
  const inner = Object.values(Properties).filter((value) => typeof value === 'object' && value !== null);
  return [Properties, ...inner].flatMap((properties) =>
    Object.entries(properties as object).flatMap(([property, value]) =>
      /(^|[a-z])Name$/.test(property) && !notOwnNames.includes(property) && !isReference(value)
        ? [value]
        : [],
    ),
  );
}

const isReference = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('Ref' in value || 'Fn::GetAtt' in value);

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);

describe.each(configurations)('the stack with %s', (_, briefing) => {
  it('leaves nothing behind but the bucket: what else stays blocks the next deployment', () => {
    const kept = allOf(templateOf(briefing)).filter(
      ([, { DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' }]) =>
        DeletionPolicy !== 'Delete' || UpdateReplacePolicy !== 'Delete',
    );
    const onDestroy = (briefing.archive as { onDestroy?: string } | undefined)?.onDestroy;
    expect(kept.map(([, { Type }]) => Type)).toEqual(onDestroy === 'delete' ? [] : ['AWS::S3::Bucket']);
  });

  it('has no name of the whole account without region and stack in it', () => {
    for (const [id, resource] of allOf(templateOf(briefing)))
      for (const name of global.test(resource.Type) ? namesOf(resource) : []) {
        expect(flat(name), id).toContain('AWS::Region');
        expect(flat(name), id).toContain('Test');
      }
  });

  it('has no name of the region that another stack has, too', () => {
    const named = (of: Template) => allOf(of).flatMap(([, resource]) => namesOf(resource).map(flat));
    const theirs = new Set(named(templateOf({ ...briefing, stackName: 'Staging' })));
    const ours = named(templateOf(briefing));
    expect(ours.length).toBeGreaterThan(2);
    expect(ours.filter((name) => theirs.has(name))).toEqual([]);
  });
});

describe('the state machines', () => {
  it('log where Step Functions need not name each group in the account’s one policy', () => {
    const names = Object.values(resourcesOf(templateOf(), 'AWS::Logs::LogGroup')).flatMap(
      ({ Properties }) => Properties.LogGroupName ?? [],
    );
    expect(names).toEqual(['/aws/vendedlogs/states/Test-Pipeline', '/aws/vendedlogs/states/Test-Backfill']);
  });
});

describe('what is measured', () => {
  it('carries the stack, so that a stack that is dead is not covered by one that works', () => {
    const services = Object.values(
      resourcesOf(templateOf({ stackName: 'Staging' }), 'AWS::Lambda::Function'),
    ).map(({ Properties }) => at(Properties, ['Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME']));
    expect(new Set(services)).toEqual(new Set(['Staging']));
    expect(services.length).toBeGreaterThan(6);
    const alarms = Object.values(
      resourcesOf(templateOf({ stackName: 'Staging' }), 'AWS::CloudWatch::Alarm'),
    ).filter(({ Properties }) => Properties.Namespace === 'SmallcapBriefing');
    expect(alarms.length).toBeGreaterThan(2);
    for (const { Properties } of alarms)
      expect(Properties.Dimensions).toEqual([{ Name: 'service', Value: 'Staging' }]);
  });
});
