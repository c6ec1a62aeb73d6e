import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { metrics as names } from '../../contract.ts';

/** One of each a container: structured logs, measurements as log lines, and the parts of a trace. */
export const logger = new Logger({ serviceName: names.service });
export const metrics = new Metrics({ namespace: names.namespace, serviceName: names.service });
export const tracer = new Tracer({ serviceName: names.service });

type Measure = Exclude<keyof typeof names, 'namespace' | 'service'>;

const units: Partial<Record<Measure, (typeof MetricUnit)[keyof typeof MetricUnit]>> = {
  renderMilliseconds: MetricUnit.Milliseconds,
  temporaryFolderUsed: MetricUnit.Percent,
};

/** Records a measurement under its name in the contract. */
export function measure(name: Measure, value: number): void {
  metrics.addMetric(names[name], units[name] ?? MetricUnit.Count, value);
}

/** A part of the trace, where there is one. */
export function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!tracer.isTracingEnabled()) return work();
  return tracer.provider.captureAsyncFunc(name, async (part) => {
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
