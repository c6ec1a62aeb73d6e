/** A PDF as Skia lays it out: indirect objects, one classic cross-reference table, a trailer. */
export function classicPdf(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n`;
  for (let number = 0; number < size; number += 1) {
    const offset = offsets.get(number);
    const entry = offset === undefined ? '0000000000 65535 f' : `${String(offset).padStart(10, '0')} 00000 n`;
    text += `${entry} \n`;
  }
  text += `trailer\n<</Size ${size}\n/Root 1 0 R\n/Info 2 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** The objects of a page with a few words on it, with what Chromium leaves of clock and process. */
export function smallestObjects(
  words = 'Hello',
  made: { clock?: string; node?: number; more?: ReadonlyMap<number, string> } = {},
): Map<number, string> {
  const content = `BT /F1 12 Tf 72 720 Td (${words}) Tj ET`;
  const clock = `D:${made.clock ?? '20260101000000'}+00'00'`;
  return new Map([
    [2, `<</Title (Chromium's)\n/Creator (Chromium)\n/CreationDate (${clock})\n/ModDate (${clock})>>`],
    [6, `<</Length ${content.length}>>\nstream\n${content}\nendstream`],
    [
      4,
      '<</Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    ],
    [3, '<</Type /Pages /Kids [4 0 R] /Count 1>>'],
    [5, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>'],
    [7, `<</Type /StructElem /ID (node${String(made.node ?? 8).padStart(8, '0')})>>`],
    [1, '<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Marked true>>\n/Lang (en)>>'],
    ...(made.more ?? []),
  ]);
}
