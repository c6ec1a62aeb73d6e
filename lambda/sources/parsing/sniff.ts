/** How a body begins that is no CSV, whatever its name says. */
const disguises: readonly (readonly [RegExp, string])[] = [
  [/^\x1f\x8b/, 'is compressed (gzip)'],
  [/^PK\x03\x04/, 'is a ZIP archive or a spreadsheet'],
  [/^(\xff\xfe|\xfe\xff)/, 'is UTF-16 text'],
  [/^\s*[{[]/, 'is JSON'],
  [/^\s*<\?xml/i, 'is XML'],
  // Stooq's bulk files head their columns <TICKER>,<PER>,<DATE>…
  [/^\s*<(?!(ticker|per|date)>)/i, 'is an HTML page'],
  [/\0/, 'is not text'],
];

/** What a body is when it cannot be CSV, as in "IWM.csv is an HTML page"; null when it may be CSV. */
export function disguiseOf(bytes: Uint8Array): string | null {
  const start = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');
  const text = start.replace(/^\xef\xbb\xbf/, '');
  return disguises.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
