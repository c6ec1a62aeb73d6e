import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler as timed } from '../../lambda/aws/handlers/render.ts';
import { smallData } from '../e2e-local/support/small-data.ts';
import type { ServerBucket } from '../support/aws/bucket-fixture.ts';
import { type CallFault, canSuffer, type FaultProxy, nameOf } from '../support/aws/fault-proxy.ts';
import type { RecordedRun, RecordedStep } from '../support/aws/recorded-run.ts';
import { handlers, runPipeline, type State, task, untimed } from '../support/aws/run-pipeline.ts';
import { type S3Stage, s3Stage } from '../support/aws/s3-stage.ts';
import { withShortTimeouts } from '../support/aws/short-timeouts.ts';

const render = untimed(timed);

let stage: S3Stage;
let proxy: FaultProxy;
let bucket: ServerBucket;
let recorded: RecordedRun;
let step: RecordedStep;

beforeAll(async () => {
  stage = await s3Stage();
  ({ proxy, bucket, recorded } = stage);
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const collected = await recorded.collected(await smallData(join(stage.folder, 'data')));
  const analysed: State = await task('analyse', handlers.analyse, collected);
  step = await recorded.record(render, analysed);
}, 120_000);
afterAll(() => stage?.stop());

const passing: readonly CallFault[] = [
  'throttled',
  'conflict',
  'lost answer',
  'cut short',
  'silent',
  'stalled',
];

it.each(passing)(
  'render bears it that any one of its calls meets: %s',
  async (fault) => {
    const calls = step.calls.filter((call) => canSuffer(call, fault));
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      await bucket.restore(step.before);
      proxy.fresh((made) => (nameOf(made) === nameOf(call) && made.nth === call.nth ? fault : null));
      const patience = fault === 'silent' || fault === 'stalled' ? 20 : 1;
      const answer = await withShortTimeouts(patience, () => render(step.state, { awsRequestId: 'once' }));
      expect(answer, nameOf(call)).toEqual(step.answer);
      expect(await bucket.states(), nameOf(call)).toEqual(step.after);
    }
  },
  60_000,
);

it('publishes without a PDF that S3 refuses, fails, and adds it in the next revision', async () => {
  await bucket.restore(step.before);
  proxy.fresh(({ operation, subject }) =>
    operation === 'PutObject' && /^work\/.*\.pdf$/.test(subject) ? 'unavailable' : null,
  );
  await expect(runPipeline(step.state, render)).rejects.toMatchObject({
    name: 'RunFailed',
    message: expect.stringMatching(/^published without its PDF: ArchiveUnavailable: .*cannot write work\//),
  });
  const first = 'reports/2025-12-31/r1/';
  const files = async () =>
    Object.keys(await bucket.states()).filter((key) => /^reports\/[^/]+\/r\d+\//.test(key));
  expect((await files()).sort()).toEqual(
    ['briefing.html', 'figures.js', 'figures.parquet', 'manifest.json', 'report.json'].map(
      (name) => first + name,
    ),
  );
  proxy.plan = () => null;
  expect(await runPipeline(step.state, render)).toMatchObject({
    publish: { status: 'published', revision: 2 },
  });
  expect(await files()).toContain('reports/2025-12-31/r2/briefing.pdf');
}, 60_000);
