import { parentPort } from 'node:worker_threads';
import { RenderError } from '../../errors.ts';
import { pageBytes } from '../../rendering/render-html.ts';
import { validReport } from '../../rendering/valid-report.ts';
import { dataFiles } from '../data-files.ts';

/** What the thread answers: the page and the files of data, or why there is none. */
export type PageAnswer =
  | { readonly page: Uint8Array; readonly data: ReadonlyMap<string, Uint8Array> }
  | { readonly refused: string; readonly hint: string | undefined }
  | { readonly error: unknown };

// The other side of `open.ts`: the report is held to its schema here, beside the thread that computes.
parentPort?.on('message', (json: Uint8Array) => {
  try {
    const report = validReport(JSON.parse(new TextDecoder().decode(json)));
    const page = pageBytes(report);
    answer({ page, data: dataFiles(report) }, [page.buffer]);
  } catch (error) {
    // A class of ours does not survive the way between threads.
    answer(error instanceof RenderError ? { refused: error.message, hint: error.hint } : { error });
  }
});

function answer(message: PageAnswer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}
