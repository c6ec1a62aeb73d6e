export {
  getAddExpectContinuePlugin,
  getRegionRedirectMiddlewarePlugin,
  getValidateBucketNamePlugin,
  resolveS3Config,
} from '@aws-sdk/middleware-sdk-s3/s3';

/** In the place of sessions with S3's directory buckets, which lie in one zone: the archive is a plain bucket. */
const nothing = () => ({ applyToStack: () => undefined });

export const getS3ExpressPlugin = nothing;
export const getS3ExpressHttpSigningPlugin = nothing;
