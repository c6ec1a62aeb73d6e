import { parentPort } from 'node:worker_threads';
import type { Report } from '../../report/schema.ts';
import { pageBytes } from '../typeset.ts';
import type { Answer } from './typesetter.ts';

// The other side of `typesetter.ts`. What comes was written by this program a moment ago, so it is not checked again.
parentPort?.on('message', (json: Uint8Array) => {
  try {
    const report: Report = JSON.parse(new TextDecoder().decode(json));
    const page = pageBytes(report);
    answer({ page }, [page.buffer]);
  } catch (error) {
    answer({ error });
  }
});

function answer(message: Answer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}
