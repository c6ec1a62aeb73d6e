/** First bytes of bodies that are no text. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'is compressed (gzip)'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a ZIP archive or a spreadsheet'],
];

/** How texts begin that are no CSV. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\s*[{[]/, 'is JSON'],
  [/^\s*<\?xml/i, 'is XML'],
  // Stooq's bulk files head their columns <TICKER>,<PER>,<DATE>…
  [/^\s*<(?!(ticker|per|date)>)/i, 'is an HTML page'],
];

/** What a body is when it cannot be CSV, as in "IWM.csv is an HTML page"; null when it may be CSV. */
export function disguiseOf(bytes: Uint8Array): string | null {
  const signed = signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (signed !== undefined) return signed[1];
  const head = bytes.subarray(0, 512);
  if (head.includes(0)) return 'is not text';
  // A TextDecoder passes over a byte order mark.
  const text = new TextDecoder().decode(head);
  return beginnings.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
