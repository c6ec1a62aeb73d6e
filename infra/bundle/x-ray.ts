import { captureAsyncFunc } from 'aws-xray-sdk-core/dist/lib/capture.js';
import {
  getNamespace,
  getSegment,
  setContextMissingStrategy,
  setSegment,
} from 'aws-xray-sdk-core/dist/lib/context_utils.js';
import { init } from 'aws-xray-sdk-core/dist/lib/env/aws_lambda.js';
import Subsegment from 'aws-xray-sdk-core/dist/lib/segments/attributes/subsegment.js';
import Segment from 'aws-xray-sdk-core/dist/lib/segments/segment.js';

/**
 * In the place of the whole X-Ray SDK, what the tracer needs of it to record a part of a Lambda's trace. The rest is
 * for web servers, other machines, databases and the SDK for AWS before this one.
 */
if (process.env.LAMBDA_TASK_ROOT) init();

export default {
  captureAsyncFunc,
  getNamespace,
  getSegment,
  setContextMissingStrategy,
  setSegment,
  Segment,
  Subsegment,
};
