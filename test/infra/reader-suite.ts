import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { headersOf } from '../../lambda/archive/s3-headers.ts';
import { configurations } from './support/configurations.ts';
import { flat, resourcesOf } from './support/resources.ts';
import { templateOf } from './support/synthesise.ts';

interface Behavior {
  readonly PathPattern: string;
  readonly CachePolicyId: unknown;
  readonly ResponseHeadersPolicyId: unknown;
  readonly Compress: boolean;
}

interface CacheConfig {
  readonly MinTTL: number;
  readonly DefaultTTL: number;
  readonly MaxTTL: number;
  readonly ParametersInCacheKeyAndForwardedToOrigin: Readonly<Record<string, unknown>>;
}

const sites = configurations.filter(
  ([, { readers }]) => (readers as { access?: string } | undefined)?.access === 'site',
);

/** The one distribution, with each behaviour's policy looked up. */
function siteIn(template: Template) {
  const [site] = Object.values(resourcesOf(template, 'AWS::CloudFront::Distribution'));
  const { DefaultCacheBehavior, CacheBehaviors } = site!.Properties.DistributionConfig as {
    DefaultCacheBehavior: Behavior;
    CacheBehaviors: Behavior[];
  };
  const policies = resourcesOf(template, 'AWS::CloudFront::CachePolicy');
  const all = [...CacheBehaviors, { ...DefaultCacheBehavior, PathPattern: '*' }];
  return all.map((behavior) => ({
    ...behavior,
    cache: policies[flat(behavior.CachePolicyId)]?.Properties.CachePolicyConfig as CacheConfig,
  }));
}

/** Which behaviour answers for a path: the first whose pattern matches, `*` being any characters. */
const answering = (behaviors: readonly Behavior[], path: string): string | undefined =>
  behaviors.find(({ PathPattern }) =>
    new RegExp(`^${PathPattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path),
  )?.PathPattern;

it('there are sites among the configurations', () => expect(sites.length).toBeGreaterThan(3));

describe.each(sites)('%s', (_, briefing) => {
  const template = templateOf(briefing);
  const behaviors = siteIn(template);

  it('is cached for a year where it never changes, else for a minute at most; gzip and Brotli', () => {
    const year = 31_536_000;
    const times = behaviors.map(({ PathPattern, cache: { MinTTL, DefaultTTL, MaxTTL } }) => [
      PathPattern,
      [MinTTL, DefaultTTL, MaxTTL],
    ]);
    expect(times).toEqual([
      ['reports/*/r*/*', [0, year, year]],
      ['site/*', [0, year, year]],
      ['schema/*', [0, year, year]],
      ['*', [0, 0, 60]],
    ]);
    for (const { cache, Compress } of behaviors) {
      expect(Compress).toBe(true);
      expect(cache.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      });
    }
  });

  it.each([
    'index.html',
    '404.html',
    'latest.json',
    'index/2025.json',
    '2025/index.html',
    'data/2025.js',
    'feed.xml',
    'feed.json',
    'figures/year=2025/month=12/figures.parquet',
    'reports/2025-12-31/index.html',
    'reports/2025-12-31/here.js',
    'reports/2025-12-31/r1/briefing.html',
    'reports/2025-12-31/r12/figures.parquet',
    'site/0123456789ab/site.css',
    'schema/report-0123456789ab.json',
  ])('%s is kept by browsers as long as by the edge', (path) => {
    const immutable = headersOf(path).CacheControl === 'max-age=31536000, immutable';
    if (!immutable) expect(headersOf(path).CacheControl).toBe('no-cache');
    expect(answering(behaviors, path) !== '*').toBe(immutable);
  });

  it('forbids indexing, framing and the Referer header', () => {
    const [policy] = Object.entries(resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy'));
    for (const { ResponseHeadersPolicyId } of behaviors)
      expect(flat(ResponseHeadersPolicyId)).toBe(policy?.[0]);
    expect(policy?.[1].Properties.ResponseHeadersPolicyConfig).toMatchObject({
      CustomHeadersConfig: {
        Items: [{ Header: 'X-Robots-Tag', Value: 'noindex, nofollow', Override: true }],
      },
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'", Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
      },
    });
  });

  it('opens all figures of all sessions only where that is asked for', () => {
    const { data = false } = briefing.readers as { data?: boolean };
    const [policy] = Object.values(resourcesOf(template, 'AWS::S3::BucketPolicy'));
    const { Statement } = policy!.Properties.PolicyDocument as {
      Statement: { Principal: unknown; Resource: unknown[] }[];
    };
    const granted = Statement.filter(({ Principal }) => flat(Principal).includes('cloudfront.amazonaws.com'));
    const keys = granted.flatMap(({ Resource }) => Resource.map((arn) => flat(arn).replace(/^[^/]*/, '')));
    expect(keys.includes('/figures/*')).toBe(data);
    expect(keys.filter((key) => /^\/(\*|figures\/|snapshots|receipts|work)/.test(key))).toEqual(
      data ? ['/figures/*'] : [],
    );
  });
});

describe('the table for Athena', () => {
  it('is there only where it is asked for', () => {
    templateOf({ readers: { access: 'site', data: true } }).resourceCountIs('AWS::Glue::Table', 0);
  });

  it('has the columns of the files and projects their partitions as their keys are written', () => {
    const template = templateOf({ data: { athena: true } });
    const [database] = Object.values(resourcesOf(template, 'AWS::Glue::Database'));
    expect(database?.Properties.DatabaseInput).toMatchObject({ Name: 'test' });
    const [table] = Object.values(resourcesOf(template, 'AWS::Glue::Table'));
    const { TableInput } = table!.Properties as { TableInput: Record<string, unknown> };
    const { StorageDescriptor, ...input } = TableInput as {
      StorageDescriptor: Readonly<Record<string, unknown>>;
    };
    expect(flat(StorageDescriptor.Location)).toMatch(/^s3:\/\/ArchiveBucket\w+\/figures\/$/);
    expect({
      ...input,
      columns: StorageDescriptor.Columns,
      serde: StorageDescriptor.SerdeInfo,
    }).toMatchInlineSnapshot(`
      {
        "Description": "Every figure of every session at its newest revision",
        "Name": "figures",
        "Parameters": {
          "classification": "parquet",
          "has_encrypted_data": false,
          "projection.enabled": "true",
          "projection.month.digits": "2",
          "projection.month.range": "1,12",
          "projection.month.type": "integer",
          "projection.year.range": "2000,2049",
          "projection.year.type": "integer",
        },
        "PartitionKeys": [
          {
            "Name": "year",
            "Type": "int",
          },
          {
            "Name": "month",
            "Type": "int",
          },
        ],
        "TableType": "EXTERNAL_TABLE",
        "columns": [
          {
            "Name": "session",
            "Type": "date",
          },
          {
            "Name": "id",
            "Type": "string",
          },
          {
            "Name": "value",
            "Type": "double",
          },
          {
            "Name": "text",
            "Type": "string",
          },
          {
            "Name": "unit",
            "Type": "string",
          },
          {
            "Name": "status",
            "Type": "string",
          },
          {
            "Name": "as_of",
            "Type": "date",
          },
          {
            "Name": "revision",
            "Type": "int",
          },
          {
            "Name": "reason",
            "Type": "string",
          },
        ],
        "serde": {
          "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
        },
      }
    `);
  });
});
