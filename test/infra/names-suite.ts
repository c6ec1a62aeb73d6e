import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { flat, resourcesOf } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

interface Any {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

const configurations: readonly (readonly [string, Record<string, unknown>])[] = [
  ['nothing configured', {}],
  ['a site', { readers: { access: 'site', passwordSha256: 'ab'.repeat(32) } }],
  ['mail', { sender: 'desk@example.org', recipients: ['a@example.org'], operators: ['b@example.org'] }],
  ['an archive that goes', { archive: { onDestroy: 'delete' } }],
  ['an archive that is locked', { archive: { objectLockDays: 30 } }],
];
const allOf = (of: Template) => Object.entries(of.toJSON().Resources as Record<string, Any>);

/** Properties by which resources of these types are named: given one, a second of that name cannot be made. */
const namedBy: Readonly<Record<string, readonly string[]>> = {
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig', 'Name'],
  'AWS::CloudFront::Function': ['Name'],
  'AWS::CloudWatch::Dashboard': ['DashboardName'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::S3::Bucket': ['BucketName'],
};

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
    for (const [id, { Type, Properties }] of allOf(templateOf(briefing))) {
      const name = at(Properties, namedBy[Type] ?? ['-']);
      if (name === undefined) continue;
      expect(flat(name), id).toContain('AWS::Region');
      expect(flat(name), id).toContain('Test');
    }
  });

  it('has no name of the region that another stack has, too', () => {
    const named = (of: Template) =>
      allOf(of).flatMap(([, { Properties = {} }]) =>
        Object.entries(Properties).flatMap(([property, value]) =>
          /^(Name|.*Name)$/.test(property) && typeof value === 'string' ? [`${property} ${value}`] : [],
        ),
      );
    const notNames = /^(DisplayName|MetricName|PolicyName) /;
    const ours = named(templateOf(briefing)).filter((name) => !notNames.test(name));
    const theirs = new Set(named(templateOf({ ...briefing, stackName: 'Staging' })));
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
