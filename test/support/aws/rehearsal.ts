import type { Archive } from '../../../lambda/archive/archive.ts';
import { clock, session } from '../../e2e-local/support/small-data.ts';
import { type Handler, handlers, runEvening, type State } from './evening.ts';
import type { FaultProxy, Recorded } from './fault-proxy.ts';
import { collectHandlerOf, renderHandlerOf } from './services.ts';
import type { Objects, Shelf, Told } from './shelf.ts';

/** One step as it went when nothing was in its way. */
export interface Scene {
  readonly handler: Handler;
  readonly state: State;
  readonly before: Objects;
  readonly answer: unknown;
  /** What the archive held then. */
  readonly after: Told;
  /** Every call that it made. */
  readonly calls: readonly Recorded[];
}

export const sceneNames = ['plan', 'analyse', 'publish', 'deliver'] as const;

export type SceneName = (typeof sceneNames)[number];

const begun = { now: clock, run: 'manual', execution: 'rehearsal' };

/** An evening played through once without a fault, step by step, so that it can be played again with each. */
export class Rehearsal {
  readonly #proxy: FaultProxy;
  readonly #shelf: Shelf;
  readonly #archive: Archive;
  readonly #scenes = new Map<SceneName, Scene>();
  #collected: State = begun;

  /** @param archive past the proxy: what is no step's own call is not among the recorded */
  constructor(proxy: FaultProxy, shelf: Shelf, archive: Archive) {
    this.#proxy = proxy;
    this.#shelf = shelf;
    this.#archive = archive;
  }

  /** @param data a folder of the series */
  async play(data: string): Promise<this> {
    await runEvening(await this.collected(data, '2025-12-30'), this.render);
    this.#collected = await this.collected(data);
    const analysed = await this.#play('analyse', this.#collected);
    await this.render(analysed, { awsRequestId: 'rehearsal' });
    await this.#play('deliver', await this.#play('publish', analysed));
    await this.#play('plan', { run: 'evening', scheduledTime: '2025-12-31T22:45:00Z' });
    return this;
  }

  scene(name: SceneName): Scene {
    const scene = this.#scenes.get(name);
    if (scene === undefined) throw new Error(`${name} was not played`);
    return scene;
  }

  /** Where every run of the evening begins. */
  get start(): State {
    return this.#collected;
  }

  /** What `collect` leaves, from a folder instead of the internet. */
  async collected(data: string, of = session): Promise<State> {
    const state = { ...begun, session: of, plan: { session: of } };
    const collect = collectHandlerOf(this.#archive, data);
    return { ...state, collect: await collect(state, { awsRequestId: 'rehearsal' }) };
  }

  /** `render` with a PDF for show: the browser has a test of its own. */
  get render(): Handler {
    return renderHandlerOf(this.#archive);
  }

  /** The evening's run, started again by hand as the runbook says. @throws RunFailed */
  again(): Promise<State> {
    return runEvening(this.#collected, this.render);
  }

  /** Plays a step as it is to go. */
  async record(handler: Handler, state: State): Promise<Scene> {
    const before = await this.#shelf.objects();
    this.#proxy.fresh();
    const answer = await handler(state, { awsRequestId: 'rehearsal' });
    const { calls } = this.#proxy;
    return { handler, state, before, answer, calls, after: await this.#shelf.told() };
  }

  async #play(name: SceneName, state: State): Promise<State> {
    const scene = await this.record(handlers[name], state);
    this.#scenes.set(name, scene);
    return { ...state, [name]: scene.answer };
  }
}
