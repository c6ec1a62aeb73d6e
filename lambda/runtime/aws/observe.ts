import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Tracer } from '@aws-lambda-powertools/tracer';
import { metrics as names } from '../../contract.ts';

/** One of each a container: structured logs, and measurements as lines among them. */
export const logger = new Logger({ serviceName: names.service });
export const metrics = new Metrics({ namespace: names.namespace, serviceName: names.service });

type Measure = Exclude<keyof typeof names, 'namespace' | 'service'>;

const units: Partial<Record<Measure, (typeof MetricUnit)[keyof typeof MetricUnit]>> = {
  renderMilliseconds: MetricUnit.Milliseconds,
  temporaryFolderUsed: MetricUnit.Percent,
};

/** Records a measurement under its name in the contract. */
export function measure(name: Measure, value: number): void {
  metrics.addMetric(names[name], units[name] ?? MetricUnit.Count, value);
}

let tracer: Promise<Tracer> | undefined;

/**
 * A part of the trace, where this invocation is traced. The tracer is loaded then and not before: it takes as long
 * to start as the rest of a small function.
 */
export async function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!process.env._X_AMZN_TRACE_ID?.includes('Sampled=1')) return work();
  tracer ??= import('@aws-lambda-powertools/tracer').then(
    ({ Tracer: Loaded }) => new Loaded({ serviceName: names.service, captureHTTPsRequests: false }),
  );
  const { provider } = await tracer;
  return provider.captureAsyncFunc(name, async (part) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Error) part?.addError(error);
      throw error;
    } finally {
      part?.close();
    }
  }) as Promise<T>;
}
