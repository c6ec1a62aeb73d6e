import { Annotations, Aws, CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IDistribution,
  PriceClass,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keys } from '../../lambda/archive-layout.ts';
import type { BriefingConfig } from '../../lambda/config.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import { readableKeys } from '../access.ts';
import { gateCode } from '../reader/gate-code.ts';
import { cachePolicies, immutablePaths, responseHeaders } from './reader-headers.ts';

const openSite =
  'briefing.readers.access is "site" with neither passwordSha256 nor allowedAddresses: anybody who learns the address can read the briefings. ' +
  'The licences of the market data (Yahoo, Cboe, ICE, S&P and others) forbid public redistribution. Set one of the two.';

/** A site over the published reports, behind a password or a list of addresses. It sees nothing else of the archive. */
export class ReportSite extends Construct {
  constructor(
    scope: Construct,
    id: string,
    bucket: Bucket,
    readers: BriefingConfig['readers'],
    edition: Edition,
  ) {
    super(scope, id);
    const guarded = readers.passwordSha256 !== undefined || readers.allowedAddresses.length > 0;
    if (!guarded) Annotations.of(this).addWarningV2('smallcap-briefing:open-site', openSite);
    const origin = S3BucketOrigin.withOriginAccessControl(seenByName(this, bucket), {
      // CloudFront's names are one account's, of all regions: CDK's own has neither region nor a stack's whole name.
      originAccessControl: new S3OriginAccessControl(this, 'Access', {
        originAccessControlName: `${Stack.of(this).stackName}-${Aws.REGION}`,
      }),
    });
    const { immutable, pointers } = cachePolicies(this);
    const shared = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: responseHeaders(this),
      compress: true,
      ...(guarded
        ? {
            functionAssociations: [
              { eventType: FunctionEventType.VIEWER_REQUEST, function: gate(this, readers) },
            ],
          }
        : {}),
    };
    const distribution = new Distribution(this, 'Site', {
      comment: `${edition.id} briefing: published reports`,
      defaultRootObject: keys.frontPage,
      errorResponses: [
        {
          // So S3 answers of what is not there or not for readers, to who may not list.
          httpStatus: 403,
          responsePagePath: `/${keys.missingPage}`,
          responseHttpStatus: 404,
          ttl: Duration.minutes(1),
        },
      ],
      defaultBehavior: { ...shared, cachePolicy: pointers },
      additionalBehaviors: Object.fromEntries(
        immutablePaths.map((path) => [path, { ...shared, cachePolicy: immutable }]),
      ),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
    });
    acknowledge(distribution);
    bucket.addToResourcePolicy(readingBy(distribution, bucket, readers.data));
    new CfnOutput(this, 'Address', {
      value: `https://${distribution.distributionDomainName}/`,
      description: 'Where readers find the briefings',
    });
  }
}

/** The bucket without its policy: CDK would open all of it to the site, raw data included. */
function seenByName(scope: Construct, bucket: Bucket): IBucket {
  const seen = Bucket.fromBucketAttributes(scope, 'Bucket', {
    bucketName: bucket.bucketName,
    bucketRegionalDomainName: bucket.bucketRegionalDomainName,
  });
  Annotations.of(scope).acknowledgeWarning(
    '@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    'The policy is added here, for the published prefixes only.',
  );
  return seen;
}

/** What is published, and no list of it: an address that leads nowhere is answered like one that is not for readers. */
function readingBy(distribution: IDistribution, bucket: Bucket, data: boolean): PolicyStatement {
  return new PolicyStatement({
    actions: ['s3:GetObject'],
    resources: readableKeys(data).map((pattern) => bucket.arnForObjects(pattern)),
    principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
    conditions: {
      StringEquals: {
        'AWS:SourceArn': Stack.of(distribution).formatArn({
          service: 'cloudfront',
          region: '',
          resource: 'distribution',
          resourceName: distribution.distributionId,
        }),
      },
    },
  });
}

function gate(scope: Construct, readers: BriefingConfig['readers']): EdgeFunction {
  return new EdgeFunction(scope, 'Gate', {
    comment: 'Lets in readers with the password, from the allowed addresses',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(gateCode(readers)),
  });
}

function acknowledge(distribution: Distribution): void {
  Validations.of(distribution).acknowledge(
    { id: 'AwsSolutions-CFR1', reason: 'Readers travel; who may read is decided by password or address.' },
    {
      id: 'AwsSolutions-CFR2',
      reason: 'Static files behind a gate: a firewall would cost more than all the rest.',
    },
    { id: 'AwsSolutions-CFR3', reason: 'A log of readers is personal data that nobody here looks at.' },
    {
      id: 'AwsSolutions-CFR4',
      reason: "CloudFront's own certificate fixes the protocol; owners with a domain bring theirs.",
    },
  );
}
