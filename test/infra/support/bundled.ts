/** What functions use of AWS, for the tests of how it is bundled. */
export { S3Archive } from '../../../lambda/archive/s3.ts';
export { s3Client } from '../../../lambda/aws/clients.ts';
export { secretStores } from '../../../lambda/aws/stores.ts';
