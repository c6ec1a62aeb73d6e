import type { Archive } from '../../../lambda/archive/archive.ts';
import { stage, stagedReport } from '../../../lambda/archive/work.ts';
import { files } from '../../../lambda/archive-layout.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { typesetHere } from '../../../lambda/rendering/typeset.ts';
import { report as reportSchema } from '../../../lambda/report/schema.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import { collectAndStore } from '../../../lambda/steps/collect.ts';
import { clock, session } from '../../e2e-local/support/small-data.ts';
import { answered, type Handler, handlers, run, type State } from './evening.ts';
import type { FaultProxy, Recorded } from './fault-proxy.ts';
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
    await run(await this.collected(data, '2025-12-30'), this.render);
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
    const request = { edition: tna, session: of, through: of, now: clock };
    const collect = await collectAndStore(request, { source: folderSource(data), archive: this.#archive });
    return { ...begun, session: of, plan: { session: of }, collect };
  }

  /** What `render` leaves, with a PDF for show: the browser has a test of its own. */
  readonly render: Handler = async (state) => {
    const { work = '' } = answered(state as State, 'analyse');
    const json = await stagedReport(this.#archive, work);
    const page = await typesetHere(reportSchema.parse(JSON.parse(Buffer.from(json).toString())), json);
    const pages = [[files.html, page] as const, [files.pdf, Buffer.from('%PDF-1.7')] as const];
    await stage(this.#archive, work, new Map(pages));
  };

  /** The evening's run, started again by hand as the runbook says. @throws RunFailed */
  again(): Promise<State> {
    return run(this.#collected, this.render);
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
