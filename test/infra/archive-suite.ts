import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { shells } from '../../lambda/rendering/view/site/shells.ts';
import { flat, resourceNamed, resourcesOf } from './support/resources.ts';
import { stackOf, templateOf } from './support/synthesise.ts';

const template = templateOf();
const bucketOf = (of: Template) => resourceNamed(of, 'AWS::S3::Bucket', 'Archive');

describe('the archive bucket', () => {
  it('blocks public access, and keeps every version, encrypted', () => {
    expect(bucketOf(template).Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
  });

  it('refuses whatever does not come by TLS 1.2', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
          }),
        ]),
      },
    });
  });

  it('moves raw snapshots to cheaper storage and lets old versions go, but never a report', () => {
    const { Rules } = bucketOf(template).Properties.LifecycleConfiguration as {
      Rules: { Prefix?: string; ExpirationInDays?: number }[];
    };
    expect(Rules).toContainEqual(
      expect.objectContaining({
        Prefix: 'snapshots/',
        Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }],
      }),
    );
    expect(Rules).toContainEqual(
      expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 90 } }),
    );
    expect(
      Rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined).map(({ Prefix }) => Prefix),
    ).toEqual(['work/']);
  });

  it('stays when the stack goes, but not of a first deployment that failed; its logs go', () => {
    expect(bucketOf(template).DeletionPolicy).toBe('RetainExceptOnCreate');
    for (const group of Object.values(resourcesOf(template, 'AWS::Logs::LogGroup')))
      expect([group.DeletionPolicy, group.Properties.RetentionInDays]).toEqual(['Delete', 30]);
  });

  it('is deleted only when configured so', () => {
    const found = templateOf({ archive: { onDestroy: 'delete' } });
    expect(bucketOf(found).DeletionPolicy).toBe('Delete');
    found.resourceCountIs('Custom::S3AutoDeleteObjects', 1);
    template.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });

  it('locks what is written when asked to', () => {
    expect(bucketOf(template).Properties.ObjectLockConfiguration).toEqual({ ObjectLockEnabled: 'Enabled' });
    expect(bucketOf(templateOf({ archive: { objectLockDays: 365 } })).Properties).toMatchObject({
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Days: 365, Mode: 'GOVERNANCE' } },
      },
    });
  });

  /** By the reference of `AWS::S3::Bucket`, which the emulator does not act by: any other change leaves the bucket. */
  it('is never replaced: no setting changes a property that CloudFormation replaces it for', () => {
    const replacing = (of: Template) => {
      const { BucketName, ObjectLockEnabled, BucketNamespace } = bucketOf(of).Properties;
      return [
        Object.keys(resourcesOf(of, 'AWS::S3::Bucket')),
        BucketName,
        ObjectLockEnabled,
        BucketNamespace,
      ];
    };
    for (const briefing of [
      { archive: { objectLockDays: 30 } },
      { archive: { onDestroy: 'delete' } },
      { readers: { access: 'site' } },
      { stackName: 'Staging' },
    ])
      expect(replacing(templateOf(briefing)), JSON.stringify(briefing)).toEqual(replacing(template));
    expect(bucketOf(template).Properties.ObjectLockEnabled).toBe(true);
  });
});

describe('readers', () => {
  it('have only the bucket unless a site is asked for', () => {
    template.resourceCountIs('AWS::CloudFront::Distribution', 0);
  });

  const open = stackOf({ readers: { access: 'site' } });
  const site = Template.fromStack(open);

  it('see published reports and the index through the site, and nothing else of the archive', () => {
    const { Statement } = resourceNamed(site, 'AWS::S3::BucketPolicy', 'Archive').Properties
      .PolicyDocument as {
      Statement: { Principal: unknown; Action: unknown; Resource: unknown[]; Condition: object }[];
    };
    const granted = Statement.filter(({ Principal }) => flat(Principal).includes('cloudfront.amazonaws.com'));
    // Without the right to list, S3 answers 403 for a missing object; a reader sees the page for a missing page.
    expect(granted.map(({ Action }) => Action)).toEqual(['s3:GetObject']);
    site.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultRootObject: 'index.html',
        CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html' }],
      },
    });
    const pages = shells.map(({ kind }) => `/${kind}.html`);
    const keys = granted[0]?.Resource.map((arn) => flat(arn).replace(/^[^/]*/, '')).sort();
    expect(keys?.filter((key) => pages.includes(key))).toEqual(pages.toSorted());
    expect(keys?.filter((key) => !pages.includes(key))).toEqual([
      '/2???/index.html',
      '/404.html',
      '/calls/*',
      '/data/*',
      '/feed.json',
      '/feed.xml',
      '/index.html',
      '/index.json',
      '/index/*',
      '/latest.json',
      '/reports/*',
      '/schema/*',
      '/site/*',
    ]);
    expect(Object.keys(granted[0]?.Condition ?? {})).toEqual(['StringEquals']);
  });

  it('come by HTTPS, with signed requests from there to the bucket', () => {
    site.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
    site.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
        CacheBehaviors: [
          { PathPattern: 'reports/*/r*/*', ViewerProtocolPolicy: 'redirect-to-https' },
          { PathPattern: 'site/*', ViewerProtocolPolicy: 'redirect-to-https' },
          { PathPattern: 'schema/*', ViewerProtocolPolicy: 'redirect-to-https' },
        ],
      },
    });
  });

  it('are warned of the licences when the site is open to everybody', () => {
    Annotations.fromStack(open).hasWarning('*', Match.stringLikeRegexp('licences .* forbid public'));
  });

  it('meet a gate before every answer when there is a password, and the warning is gone', () => {
    const stack = stackOf({ readers: { access: 'site', passwordSha256: 'ab'.repeat(32) } });
    const guarded = Template.fromStack(stack);
    guarded.hasResourceProperties('AWS::CloudFront::Function', {
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
      FunctionCode: Match.stringLikeRegexp('abababab'),
    });
    const associations = [Match.objectLike({ EventType: 'viewer-request' })];
    guarded.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { FunctionAssociations: associations },
        CacheBehaviors: Array(3).fill({ FunctionAssociations: associations }),
      },
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('licences'));
  });
});
