import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  CachePolicy,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ICachePolicy,
  type IResponseHeadersPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** CloudFront's names are one account's, of all regions. */
const nameOf = (scope: Construct, what: string): string =>
  `${Stack.of(scope).stackName}-${Aws.REGION}-${what}`;

/** Revisions, and files that are named by what is in them: whatever lies there never changes. */
export const immutablePaths = ['reports/*/r*/*', 'site/*', 'schema/*'] as const;

/**
 * How long the edge keeps what it was given. A revision for a year, since it never changes; what moves for a minute at
 * most and not at all by its own header, so that it is asked for by its ETag. The gate runs before the cache, so that
 * it serves only readers who pass the gate.
 */
export function cachePolicies(scope: Construct): {
  readonly immutable: ICachePolicy;
  readonly pointers: ICachePolicy;
} {
  const packed = { enableAcceptEncodingGzip: true, enableAcceptEncodingBrotli: true };
  const policy = (id: string, what: string, comment: string, longest: Duration, usual: Duration) =>
    new CachePolicy(scope, id, {
      cachePolicyName: nameOf(scope, what),
      comment,
      minTtl: Duration.seconds(0),
      defaultTtl: usual,
      maxTtl: longest,
      ...packed,
    });
  const year = Duration.days(365);
  return {
    immutable: policy('Immutable', 'immutable', 'Revisions, which never change', year, year),
    pointers: policy(
      'Pointers',
      'pointers',
      'What moves with each briefing',
      Duration.seconds(60),
      Duration.seconds(0),
    ),
  };
}

/** Response headers of every answer: no search engine indexes it, no page frames it, no referrer is sent. */
export function responseHeaders(scope: Construct): IResponseHeadersPolicy {
  const override = true;
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: nameOf(scope, 'headers'),
    comment: 'Private, and not for frames',
    securityHeadersBehavior: {
      // Each page brings the rest of its policy with it.
      contentSecurityPolicy: { contentSecurityPolicy: "frame-ancestors 'none'", override },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'X-Robots-Tag', value: 'noindex, nofollow', override }],
    },
  });
}
