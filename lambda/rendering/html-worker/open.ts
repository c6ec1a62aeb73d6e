import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { RenderError } from '../../errors.ts';
import type { RenderHtml } from '../render-html.ts';

/** What the thread answers: the page, or why there is none. */
export type PageAnswer =
  | { readonly page: Uint8Array }
  | { readonly refused: string; readonly hint: string | undefined }
  | { readonly error: unknown };

export interface HtmlWorker {
  readonly set: RenderHtml;
  close(): Promise<void>;
}

/**
 * Sets pages in a thread of its own, from `report.json` as a replay does: one session's page is set while the next
 * session's figures are computed. One page at a time, in the order asked for.
 */
export function openHtmlWorker(): HtmlWorker {
  const thread = new Worker(new URL('./worker.ts', import.meta.url));
  let queue: Promise<unknown> = Promise.resolve();
  const setNow = async (json: Uint8Array): Promise<Uint8Array> => {
    const answered = once(thread, 'message');
    thread.postMessage(json);
    const answer: PageAnswer = (await answered)[0];
    if ('error' in answer) throw answer.error;
    if ('refused' in answer)
      throw new RenderError(answer.refused, answer.hint === undefined ? {} : { hint: answer.hint });
    return answer.page;
  };
  return {
    set: (_, json) => {
      const setting = queue.then(() => setNow(json));
      queue = setting.catch(() => undefined);
      return setting;
    },
    close: async () => {
      await thread.terminate();
    },
  };
}
