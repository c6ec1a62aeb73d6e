import { describeDocument, type Metadata } from './metadata.ts';
import { renumberNodes } from './node-names.ts';
import { readObjects } from './objects.ts';
import { writeObjects } from './write.ts';

/**
 * Makes of the browser's PDF the one that is published: identified by its content only, so that the
 * same report gives the same bytes, and about half as large.
 * @throws RenderError when the browser's PDF is of an unknown shape
 */
export function finishPdf(bytes: Uint8Array, metadata: Metadata): Uint8Array {
  return writeObjects(describeDocument(renumberNodes(readObjects(bytes)), metadata));
}
