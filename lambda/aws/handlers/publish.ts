import type { Archive } from '../../archive/archive.ts';
import { readJson } from '../../archive/bytes.ts';
import { noteFinal } from '../../archive/final.ts';
import { readRevision } from '../../archive/revisions.ts';
import { stagedPages } from '../../archive/work.ts';
import { files } from '../../archive-layout.ts';
import { RenderError } from '../../errors.ts';
import { report as reportSchema } from '../../report/schema.ts';
import { clockAt } from '../../runtime/clock.ts';
import { codeName } from '../../runtime/code.ts';
import { isCorrected } from '../../steps/plan.ts';
import { announce, publishOnce } from '../../steps/publish.ts';
import { lambda } from '../lambda.ts';
import { type PublishEvent, publishEvent } from './events.ts';

/** The staged pages become a revision that can be found; one that is there already is made findable. */
export const handler = lambda(
  'publish',
  publishEvent,
  async (event, { archive, config, deployed, measure }) => {
    const { session } = event.plan;
    const { status, revision, work, previous } = event.analyse;
    if (status === 'already published') {
      await announce(archive, [await readRevision(archive, session, revision)]);
      await noteIfFinal(event, revision, archive);
      measure('published', 0);
      return { status, revision };
    }
    const pages = await stagedPages(archive, work);
    const json = pages.get(files.report);
    const whole = pages.has(files.html) && (pages.has(files.pdf) || event.renderFailure !== undefined);
    if (json === undefined || !whole)
      throw new RenderError(`${archive.locate(work)} lacks pages of ${session}, so nothing is published`, {
        hint: 'See why the render step failed, then start the run again.',
      });
    const report = readJson(reportSchema, json, archive.locate(work + files.report));
    const now = clockAt(event.now)();
    const publication = { report, pages, previous, paper: config.paper, code: codeName(deployed.code), now };
    const manifest = await publishOnce(publication, archive);
    if (manifest === null) return { status: 'taken', revision };
    await announce(archive, [{ report, manifest }]);
    await noteIfFinal(event, revision, archive);
    measure('published', 1);
    return { status: 'published', revision };
  },
);

/** So that the run of the next morning has nothing to ask for. By hand nobody knows when what is compared was collected. */
async function noteIfFinal(event: PublishEvent, revision: number, archive: Archive): Promise<void> {
  const { scheduledTime, plan } = event;
  if (scheduledTime === undefined || !isCorrected(plan.session, scheduledTime)) return;
  await noteFinal(archive, { session: plan.session, revision, at: clockAt(event.now)() });
}
