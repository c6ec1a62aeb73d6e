import type { Archive } from '../../../lambda/archive/archive.ts';
import { clock, session } from '../../e2e-local/support/small-data.ts';
import type { BucketFixture, ObjectStates, Objects } from './bucket-fixture.ts';
import type { FaultProxy, Recorded } from './fault-proxy.ts';
import { type Handler, handlers, runPipeline, type State, untimed } from './run-pipeline.ts';
import { collectHandlerOf, renderHandlerOf } from './services.ts';

/** One step as it went when nothing was in its way. */
export interface RecordedStep {
  readonly handler: Handler;
  readonly state: State;
  readonly before: Objects;
  readonly answer: unknown;
  /** What the archive held then. */
  readonly after: ObjectStates;
  /** Every call that it made. */
  readonly calls: readonly Recorded[];
}

export const stepNames = ['plan', 'analyse', 'publish', 'deliver'] as const;

export type StepName = (typeof stepNames)[number];

const begun = { now: clock, run: 'manual', execution: 'recorded' };

/** An evening played through once without a fault, step by step, so that it can be played again with each. */
export class RecordedRun {
  readonly #proxy: FaultProxy;
  readonly #bucket: BucketFixture;
  readonly #archive: Archive;
  readonly #steps = new Map<StepName, RecordedStep>();
  #collected: State = begun;

  /** @param archive past the proxy: what is no step's own call is not among the recorded */
  constructor(proxy: FaultProxy, bucket: BucketFixture, archive: Archive) {
    this.#proxy = proxy;
    this.#bucket = bucket;
    this.#archive = archive;
  }

  /** @param data a folder of the series */
  async play(data: string): Promise<this> {
    await runPipeline(await this.collected(data, '2025-12-30'), this.render);
    this.#collected = await this.collected(data);
    const analysed = await this.#play('analyse', this.#collected);
    await this.render(analysed, { awsRequestId: 'recorded' });
    await this.#play('deliver', await this.#play('publish', analysed));
    await this.#play('plan', { run: 'evening', scheduledTime: '2025-12-31T22:45:00Z' });
    return this;
  }

  step(name: StepName): RecordedStep {
    const step = this.#steps.get(name);
    if (step === undefined) throw new Error(`${name} was not played`);
    return step;
  }

  /** Where every run of the evening begins. */
  get start(): State {
    return this.#collected;
  }

  /** What `collect` leaves, from a folder instead of the internet. */
  async collected(data: string, of = session): Promise<State> {
    const state = { ...begun, session: of, plan: { session: of } };
    const collect = untimed(collectHandlerOf(this.#archive, data));
    return { ...state, collect: await collect(state, { awsRequestId: 'recorded' }) };
  }

  /** `render` with a PDF for show: the browser has a test of its own. */
  get render(): Handler {
    return untimed(renderHandlerOf(this.#archive));
  }

  /** The evening's run, started again by hand as the runbook says. @throws RunFailed */
  again(): Promise<State> {
    return runPipeline(this.#collected, this.render);
  }

  /** Plays a step as it is to go. */
  async record(handler: Handler, state: State): Promise<RecordedStep> {
    const before = await this.#bucket.objects();
    this.#proxy.fresh();
    const answer = await handler(state, { awsRequestId: 'recorded' });
    const { calls } = this.#proxy;
    return { handler, state, before, answer, calls, after: await this.#bucket.states() };
  }

  async #play(name: StepName, state: State): Promise<State> {
    const step = await this.record(handlers[name], state);
    this.#steps.set(name, step);
    return { ...state, [name]: step.answer };
  }
}
