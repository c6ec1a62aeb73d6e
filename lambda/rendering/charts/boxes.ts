/** An upright rectangle of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Boxes that cover a segment closely: what a label must keep off to keep off the line. */
export function alongSegment(x1: number, y1: number, x2: number, y2: number, margin: number): Box[] {
  const count = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 6));
  return Array.from({ length: count }, (_, step) => {
    const [ax, ay] = [x1 + ((x2 - x1) * step) / count, y1 + ((y2 - y1) * step) / count];
    const [bx, by] = [x1 + ((x2 - x1) * (step + 1)) / count, y1 + ((y2 - y1) * (step + 1)) / count];
    return {
      x: Math.min(ax, bx) - margin,
      y: Math.min(ay, by) - margin,
      width: Math.abs(bx - ax) + 2 * margin,
      height: Math.abs(by - ay) + 2 * margin,
    };
  });
}
