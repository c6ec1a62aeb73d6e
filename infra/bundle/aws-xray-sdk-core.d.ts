/** Not described by its package. */
declare module 'aws-xray-sdk-core/dist/lib/env/aws_lambda.js' {
  /** Makes the segment that Lambda itself records the one that parts are added to. */
  export function init(): void;
}
