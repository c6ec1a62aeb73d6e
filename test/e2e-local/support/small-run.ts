import type { Archive } from '../../../lambda/archive/archive.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { runBriefing } from '../../../lambda/runs/briefing.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';
import { clockAt } from '../../../lambda/runtime/clock.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import { clock, session } from './small-data.ts';

/** The small data's session, made into an archive by a fixed clock: the same bytes every time. */
export function smallRun(data: string, archive: Archive) {
  return runBriefing(
    { edition: tna, session, paper: 'A4', allowIncomplete: false, code: 'test', now: clockAt(clock)() },
    { source: folderSource(data), archive, printer: null, watch: unwatched },
  );
}
