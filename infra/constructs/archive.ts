import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BriefingConfig } from '../../lambda/config.ts';
import type { Access } from '../access.ts';
import { acknowledgeWildcard, arnInFinding } from '../acknowledge.ts';

/** The bucket of the archive. Private, encrypted, versioned; kept when the stack is deleted, unless configured otherwise. */
export class ArchiveBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { onDestroy, objectLockDays }: BriefingConfig['archive']) {
    super(scope, id);
    const keep = onDestroy === 'keep';
    const locked = objectLockDays > 0;
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      // On for every archive: switched on or off later, CloudFormation would put an empty bucket in its place. It locks
      // nothing without a retention, and that may change.
      objectLockEnabled: true,
      ...(locked
        ? { objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(objectLockDays)) }
        : {}),
      // Kept when the stack goes; not when its first deployment fails, which would leave an empty one behind at each try.
      removalPolicy: keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      autoDeleteObjects: !keep,
      lifecycleRules: [
        {
          id: 'raw snapshots are seldom read again',
          prefix: 'snapshots/',
          transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) }],
        },
        {
          id: 'what a run was making is of no use later',
          prefix: 'work/',
          expiration: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          id: 'old versions and broken uploads go',
          noncurrentVersionExpiration: Duration.days(90),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    if (!locked) withoutRetention(this.bucket);
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only the functions of this stack, and the site when it is on, read the bucket; an owner who must log every read turns on CloudTrail data events.',
    });
  }

  /** Lets a function's role read and write under its own prefixes, and list them. */
  grant(role: Role, { read, write }: Access): void {
    const { bucket } = this;
    const at = (patterns: readonly string[]) => patterns.map((pattern) => bucket.arnForObjects(pattern));
    const grant = (statement: PolicyStatement) => role.addToPrincipalPolicy(statement);
    if (read.length > 0) {
      grant(new PolicyStatement({ actions: ['s3:GetObject'], resources: at(read) }));
      // Without this S3 answers 403 instead of 404 for a key that is not there; a request for a single key carries
      // no prefix, hence IfExists. It also lets the role list all keys, by naming no prefix; it can read none of the others.
      grant(
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
          conditions: { StringLikeIfExists: { 's3:prefix': read } },
        }),
      );
    }
    if (write.length > 0) grant(new PolicyStatement({ actions: ['s3:PutObject'], resources: at(write) }));
    for (const pattern of new Set([...read, ...write]))
      if (pattern.includes('*'))
        acknowledgeWildcard(
          role,
          `${arnInFinding(bucket)}/${pattern}`,
          'The prefix is what this step works on; behind it stand sessions, revisions and hashes.',
        );
  }
}

/** Says that no retention is wanted: a property that is merely gone leaves the bucket with the one it had. */
function withoutRetention(bucket: Bucket): void {
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.objectLockConfiguration = { objectLockEnabled: 'Enabled' };
}
