import '../../../support/aws/silence-powertools.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../../lambda/archive/folder.ts';
import { makeHandler as makeAnalyse } from '../../../../lambda/aws/handlers/analyse.ts';
import { makeHandler as makeDeliver } from '../../../../lambda/aws/handlers/deliver.ts';
import { makeHandler as makePlan } from '../../../../lambda/aws/handlers/plan.ts';
import { makeHandler as makePublish } from '../../../../lambda/aws/handlers/publish.ts';
import { makeHandler as makeSettle } from '../../../../lambda/aws/handlers/settle.ts';
import type { Dispatch, Notifier } from '../../../../lambda/delivery/notifier.ts';
import { RenderError } from '../../../../lambda/errors.ts';
import { clock as now, session, smallData } from '../../../e2e-local/support/small-data.ts';
import { collectHandlerOf, renderHandlerOf, servicesOn } from '../../../support/aws/services.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

const invocation = { awsRequestId: 'request-1' };
const start = { session, now, run: 'manual', execution: 'run-1' };

let root: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
beforeAll(async () => {
  root = await temporaryFolder();
  data = await smallData(join(root.path, 'data'));
});
afterAll(() => root.dispose());

/** All handlers on a folder, with a notifier that keeps what it is given. */
function handlersOn(archive: FolderArchive) {
  const services = servicesOn(archive);
  const dispatched: Dispatch[] = [];
  const notifier: Notifier = {
    channel: 'mail',
    readers: ['reader@example.org'],
    send: async (dispatch) => {
      dispatched.push(dispatch);
      return 'message-1';
    },
  };
  return {
    dispatched,
    plan: makePlan(services),
    collect: collectHandlerOf(archive, data),
    analyse: makeAnalyse(services),
    publish: makePublish(services),
    settle: makeSettle(services),
    deliver: makeDeliver({ ...services, notifiersOf: () => [notifier] }),
  };
}

describe('handlers on a folder, without AWS', () => {
  it('publish a session and notify its reader once', async () => {
    const archive = new FolderArchive(join(root.path, 'whole'));
    const { plan, collect, analyse, publish, deliver, settle, dispatched } = handlersOn(archive);
    const planned = { ...start, plan: await plan(start, invocation) };
    const collected = { ...planned, collect: await collect(planned, invocation) };
    expect(collected.collect).toMatchObject({ late: false, missing: [] });
    const analysed = { ...collected, analyse: await analyse(collected, invocation) };
    const { bytes } = await renderHandlerOf(archive)(analysed, invocation);
    const pages = (await archive.get(`${analysed.analyse.work}briefing.html`))!;
    expect(bytes).toEqual({ html: pages.length, pdf: '%PDF-1.7'.length });
    const published = { ...analysed, publish: await publish(analysed, invocation) };
    expect(published.publish).toMatchObject({ status: 'published', revision: 1 });
    expect(await deliver(published, invocation)).toMatchObject({ sent: 1, before: 0, unchanged: 0 });
    expect(await deliver(published, invocation)).toMatchObject({ sent: 0, before: 1, unchanged: 0 });
    expect(await deliver({ resend: { session } }, invocation)).toMatchObject({ sent: 0, before: 1 });
    // No failure of the function, which an alarm counts.
    expect(await deliver({ resend: { session, revision: 7 } }, invocation)).toMatchObject({
      refused: `r7 of ${session} is not published: there is r1`,
    });
    expect(dispatched.map(({ report }) => report.session)).toEqual([session]);
    expect(await settle(published, invocation)).toMatchObject({ status: 'published', revision: 1 });
  });

  it('keep the HTML when the PDF fails, and publish it only when that is said', async () => {
    const archive = new FolderArchive(join(root.path, 'no-pdf'));
    const { collect, analyse, publish } = handlersOn(archive);
    const collected = {
      ...start,
      plan: { session },
      collect: await collect({ ...start, plan: { session } }, invocation),
    };
    const analysed = { ...collected, analyse: await analyse(collected, invocation) };
    const render = renderHandlerOf(archive, async () => {
      throw new RenderError('no browser today');
    });
    await expect(render(analysed, invocation)).rejects.toMatchObject({ name: 'RenderError' });
    await expect(publish(analysed, invocation)).rejects.toMatchObject({ name: 'RenderError' });
    const renderFailure = { Error: 'RenderError', Cause: '{"errorMessage":"no browser today"}' };
    expect(await publish({ ...analysed, renderFailure }, invocation)).toMatchObject({
      status: 'published',
      revision: 1,
    });
    expect(await archive.get(`reports/${session}/r1/briefing.pdf`)).toBeNull();
  });
});
