const lf = 0x0a;
const cr = 0x0d;

/** Byte order marks of UTF-16, as Excel's "Unicode text" begins. */
const marks: readonly (readonly [first: number, second: number, encoding: string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** A text file as UTF-8 with line feeds: UTF-16 is read by its byte order mark, lines that end in CR alone are ended by LF. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  const mark = marks.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  const text = mark === undefined ? bytes : new TextEncoder().encode(new TextDecoder(mark[2]).decode(bytes));
  if (text.includes(lf) || !text.includes(cr)) return text;
  return text.map((byte) => (byte === cr ? lf : byte));
}
