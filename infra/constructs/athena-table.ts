import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type Column,
  Database,
  DataFormat,
  PartitionProjectionConfiguration,
  S3Table,
  S3TableStorage,
  Schema,
} from 'aws-cdk-lib/aws-glue';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type FigureColumn, figureColumns } from '../../lambda/archive-layout.ts';

const types: Readonly<Record<FigureColumn, Column['type']>> = {
  session: Schema.DATE,
  id: Schema.STRING,
  value: Schema.DOUBLE,
  text: Schema.STRING,
  unit: Schema.STRING,
  status: Schema.STRING,
  as_of: Schema.DATE,
  revision: Schema.INTEGER,
  reason: Schema.STRING,
};

/**
 * The monthly files of figures as a table for Athena. Its partitions are projected, years and months as their keys are
 * written, so that no crawler runs and a new month is there at once. It costs nothing; a query costs what it reads.
 */
export class AthenaTable extends Construct {
  constructor(scope: Construct, id: string, bucket: Bucket) {
    super(scope, id);
    const databaseName = Stack.of(this).stackName.toLowerCase().replaceAll('-', '_');
    const database = new Database(this, 'Database', {
      databaseName,
      description: 'Published briefings',
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // As one that is known by its name: CDK's types let an own bucket not pass for it.
    const archive = Bucket.fromBucketName(this, 'Archive', bucket.bucketName);
    new S3Table(this, 'Figures', {
      database,
      tableName: 'figures',
      description: 'Every figure of every session at its newest revision',
      storage: S3TableStorage.fromBucket(archive),
      s3Prefix: 'figures/',
      // Of encryption by the client, as Athena means it; the bucket's own needs no word.
      hasEncryptedData: false,
      dataFormat: DataFormat.PARQUET,
      columns: figureColumns.map((name) => ({ name, type: types[name] })),
      partitionKeys: [
        { name: 'year', type: Schema.INTEGER },
        { name: 'month', type: Schema.INTEGER },
      ],
      partitionProjection: {
        year: PartitionProjectionConfiguration.integer({ min: 2000, max: 2049 }),
        month: PartitionProjectionConfiguration.integer({ min: 1, max: 12, digits: 2 }),
      },
    });
    new CfnOutput(this, 'Table', {
      value: `${databaseName}.figures`,
      description: 'Where Athena finds every figure',
    });
  }
}
