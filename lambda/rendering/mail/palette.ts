/** An image of few colours: an index into the palette for each pixel, row by row. */
export interface Indexed {
  /** Three bytes a colour: red, green, blue. */
  readonly palette: Uint8Array;
  readonly pixels: Uint8Array;
}

/** Colours kept, of the 256 that a palette may have. */
const colours = 64;
/** Bits of a channel by which colours are counted as one. */
const bits = 5;

/**
 * Reduces opaque pixels to a palette: the colours that occur most, and for each pixel the nearest of them. Charts have a
 * dozen colours and the blends at their edges, so 64 are enough to see no difference.
 *
 * @param rgba four bytes a pixel; what is not opaque is an error of the drawing
 * @throws RangeError when a pixel is transparent
 */
export function indexed(rgba: Uint8Array): Indexed {
  const counts = new Map<number, { count: number; sum: [number, number, number] }>();
  const keyAt = (at: number) => {
    const shift = 8 - bits;
    return (
      ((rgba[at]! >> shift) << (2 * bits)) | ((rgba[at + 1]! >> shift) << bits) | (rgba[at + 2]! >> shift)
    );
  };
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] !== 255) throw new RangeError('a pixel of the chart is transparent');
    const key = keyAt(at);
    const found = counts.get(key);
    if (found === undefined) counts.set(key, { count: 1, sum: [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!] });
    else {
      found.count += 1;
      for (const channel of [0, 1, 2] as const) found.sum[channel] += rgba[at + channel]!;
    }
  }
  const chosen = [...counts]
    .sort(([a, x], [b, y]) => y.count - x.count || a - b)
    .slice(0, colours)
    .map(([, { count, sum }]) => sum.map((total) => Math.round(total / count)));
  const nearest = new Map<number, number>();
  for (const [key, { count, sum }] of counts) {
    const colour = sum.map((total) => total / count);
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    chosen.forEach((candidate, index) => {
      const distance = candidate.reduce(
        (total, value, channel) => total + (value - colour[channel]!) ** 2,
        0,
      );
      if (distance < least) [best, least] = [index, distance];
    });
    nearest.set(key, best);
  }
  const pixels = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = nearest.get(keyAt(4 * i))!;
  return { palette: Uint8Array.from(chosen.flat()), pixels };
}
