import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { RenderError } from '../../errors.ts';
import type { RenderHtml } from '../../rendering/render-html.ts';
import type { Report } from '../../report/schema.ts';
import type { MakeDataFiles } from '../data-files.ts';
import type { PageAnswer } from './worker.ts';

type Made = Extract<PageAnswer, { readonly page: Uint8Array }>;

export interface PageWorker {
  readonly renderHtml: RenderHtml;
  readonly makeData: MakeDataFiles;
  close(): Promise<void>;
}

/**
 * Makes pages and files of data in a thread of its own, from `report.json` as a replay does: those of one session are made while
 * the next session's figures are computed. One session at a time, in the order asked for; page and data of a report at once.
 */
export function openPageWorker(): PageWorker {
  const thread = new Worker(new URL('./worker.ts', import.meta.url));
  const made = new WeakMap<Report, Promise<Made>>();
  let queue: Promise<unknown> = Promise.resolve();
  const makeNow = async (json: Uint8Array): Promise<Made> => {
    const answered = once(thread, 'message');
    thread.postMessage(json);
    const answer: PageAnswer = (await answered)[0];
    if ('error' in answer) throw answer.error;
    if ('refused' in answer)
      throw new RenderError(answer.refused, answer.hint === undefined ? {} : { hint: answer.hint });
    return answer;
  };
  const make = (report: Report, json: Uint8Array): Promise<Made> => {
    const known = made.get(report);
    if (known !== undefined) return known;
    const making = queue.then(() => makeNow(json));
    queue = making.catch(() => undefined);
    made.set(report, making);
    return making;
  };
  return {
    renderHtml: async (report, json) => (await make(report, json)).page,
    makeData: async (report, json) => (await make(report, json)).data,
    close: async () => {
      await thread.terminate();
    },
  };
}
