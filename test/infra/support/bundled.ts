/** What functions use of AWS, for the tests of how it is bundled. */
export { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
export { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
export { S3Archive } from '../../../lambda/archive/s3.ts';
export { s3Client } from '../../../lambda/runtime/aws/clients.ts';
export { secretStores } from '../../../lambda/runtime/aws/stores.ts';
