import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler as render } from '../../lambda/aws/handlers/render.ts';
import { smallData } from '../e2e-local/support/small-data.ts';
import { handlers, runEvening, type State, task } from '../support/aws/evening.ts';
import { type CallFault, canSuffer, type FaultProxy, nameOf } from '../support/aws/fault-proxy.ts';
import { hurried } from '../support/aws/hurry.ts';
import type { Rehearsal, Scene } from '../support/aws/rehearsal.ts';
import { type ServerStage, serverStage } from '../support/aws/server-stage.ts';
import type { ServerShelf } from '../support/aws/shelf.ts';

let stage: ServerStage;
let proxy: FaultProxy;
let shelf: ServerShelf;
let rehearsal: Rehearsal;
let scene: Scene;

beforeAll(async () => {
  stage = await serverStage();
  ({ proxy, shelf, rehearsal } = stage);
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const collected = await rehearsal.collected(await smallData(join(stage.folder, 'data')));
  const analysed: State = await task('analyse', handlers.analyse, collected);
  scene = await rehearsal.record(render, analysed);
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
    const calls = scene.calls.filter((call) => canSuffer(call, fault));
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      await shelf.restore(scene.before);
      proxy.fresh((made) => (nameOf(made) === nameOf(call) && made.nth === call.nth ? fault : null));
      const patience = fault === 'silent' || fault === 'stalled' ? 20 : 1;
      const answer = await hurried(patience, () => render(scene.state, { awsRequestId: 'once' }));
      expect(answer, nameOf(call)).toEqual(scene.answer);
      expect(await shelf.told(), nameOf(call)).toEqual(scene.after);
    }
  },
  60_000,
);

it('publishes without the PDF that S3 never takes, fails for it, and prints it as the next revision', async () => {
  await shelf.restore(scene.before);
  proxy.fresh(({ operation, subject }) =>
    operation === 'PutObject' && /^work\/.*\.pdf$/.test(subject) ? 'unavailable' : null,
  );
  await expect(runEvening(scene.state, render)).rejects.toMatchObject({
    name: 'RunFailed',
    message: expect.stringMatching(/^published without its PDF: ArchiveUnavailable: .*cannot write work\//),
  });
  const first = 'reports/2025-12-31/r1/';
  const files = async () =>
    Object.keys(await shelf.told()).filter((key) => /^reports\/[^/]+\/r\d+\//.test(key));
  expect((await files()).sort()).toEqual(
    ['briefing.html', 'figures.js', 'manifest.json', 'report.json'].map((name) => first + name),
  );
  proxy.plan = () => null;
  expect(await runEvening(scene.state, render)).toMatchObject({
    publish: { status: 'published', revision: 2 },
  });
  expect(await files()).toContain('reports/2025-12-31/r2/briefing.pdf');
}, 60_000);
