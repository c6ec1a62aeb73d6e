import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Tables by their number in a WOFF2 directory (W3C WOFF 2.0, section 4.1); only what lies before `cmap` matters. */
const cmapTag = 0;
const transformed = new Set([10, 11]);

/** Code points that one of the project's static Inter files can draw, read from its character map. */
export function glyphsOf(file: string): Set<number> {
  const bytes = readFileSync(new URL(`../../templates/fonts/${file}`, import.meta.url));
  const tables = bytes.readUInt16BE(12);
  let at = 48;
  const length = () => {
    let value = 0;
    for (;;) {
      const byte = bytes[at++]!;
      value = value * 128 + (byte & 127);
      if ((byte & 128) === 0) return value;
    }
  };
  let offset = 0;
  let cmap: [number, number] | undefined;
  for (let table = 0; table < tables; table++) {
    const flags = bytes[at++]!;
    const tag = flags & 63;
    if (tag === 63) at += 4;
    const original = length();
    // glyf and loca are transformed in version 0, all others in any version but 0.
    const stored = (flags >> 6 === 0) === transformed.has(tag) ? length() : original;
    if (tag === cmapTag) cmap = [offset, stored];
    offset += stored;
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  if (cmap === undefined) throw new Error(`${file} has no character map`);
  return segmentsOf(data.subarray(cmap[0], cmap[0] + cmap[1]));
}

/** Format 4 of the character map: segments of code points. */
function segmentsOf(cmap: Buffer): Set<number> {
  const points = new Set<number>();
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const start = cmap.readUInt32BE(8 + table * 8);
    if (cmap.readUInt16BE(start) !== 4) continue;
    const segments = cmap.readUInt16BE(start + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const last = cmap.readUInt16BE(start + 14 + segment * 2);
      const first = cmap.readUInt16BE(start + 16 + segments * 2 + segment * 2);
      for (let point = first; point <= last && point < 0xffff; point++) points.add(point);
    }
  }
  return points;
}
