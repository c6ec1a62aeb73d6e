import { Size } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { seconds } from './step-lambda.ts';

/**
 * What the renderer needs beyond the others: Chromium's package is built for x86_64 only, inflates to 210 MB in
 * /tmp in about 2 s with the processor share of 2,048 MB (10 s were reported at 512 MB), and keeps its profiles there.
 */
export const renderer = {
  architecture: Architecture.X86_64,
  memorySize: 2048,
  ephemeralStorageSize: Size.mebibytes(1024),
  timeout: seconds(120),
};
