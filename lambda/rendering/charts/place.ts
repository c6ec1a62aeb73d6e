import { type Box, crosses, inside, overlap, type Segment } from './boxes.ts';

/** A point that wants a label of the given size beside it. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const angles = [0, 180, -45, 45, -135, 135, -90, 90, -22, 22, -158, 158, -67, 67, -113, 113];

/** What labels must keep off. */
export interface Obstacles {
  readonly boxes: readonly Box[];
  readonly segments: readonly Segment[];
}

/** Pixels between a label and a line. */
const clearance = 1.5;

/**
 * Finds a place for each label near its point, within `bounds`, over no obstacle and no other label: nearest ring
 * first, sides before corners. A label that finds no place at all is null, for the caller to name elsewhere.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  { boxes, segments }: Obstacles,
  bounds: Box,
): (Box | null)[] {
  const taken: Box[] = [...boxes];
  const reach = Math.hypot(bounds.width, bounds.height);
  return anchors.map((anchor) => {
    for (let distance = 7; distance < reach; distance += distance < 40 ? 4 : 14) {
      for (const angle of angles) {
        const box = beside(anchor, distance, angle);
        if (!inside(box, bounds) || taken.some((other) => overlap(box, other))) continue;
        if (segments.some((segment) => crosses(segment, box, clearance))) continue;
        taken.push(box);
        return box;
      }
    }
    return null;
  });
}

/** The label's box when its nearest edge or corner stands at the distance and angle (degrees) from the point. */
function beside(anchor: Anchor, distance: number, angle: number): Box {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const x = anchor.x + distance * cos + anchor.width * (cos > 0.3 ? 0 : cos < -0.3 ? -1 : -0.5);
  const y = anchor.y + distance * sin + anchor.height * (sin > 0.3 ? 0 : sin < -0.3 ? -1 : -0.5);
  return { x, y, width: anchor.width, height: anchor.height };
}
