import { type Box, crosses, inside, overlap, type Segment } from './boxes.ts';

/** A point that needs a label of the given size next to it. */
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

/** Where a label is, and the line that leads to it when it is away from its point. */
export interface Placed {
  readonly box: Box;
  readonly leader: Segment | null;
}

/** Pixels between a label and a line. */
const clearance = 1.5;
/** A label this near needs no line to its point. */
const near = 13;

/**
 * Finds a place for each label near its point, within `bounds`, over no obstacle, no other label and no line that
 * leads to one: nearest ring first, sides before corners. A label that finds no place at all is null, for the caller
 * to name elsewhere.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  obstacles: Obstacles,
  bounds: Box,
): (Placed | null)[] {
  const labels: Box[] = [];
  const segments = [...obstacles.segments];
  const reach = Math.hypot(bounds.width, bounds.height);
  return anchors.map((anchor) => {
    for (let distance = 7; distance < reach; distance += distance < 40 ? 4 : 14) {
      for (const angle of angles) {
        const box = boxNextTo(anchor, distance, angle);
        if (!inside(box, bounds)) continue;
        if (obstacles.boxes.some((other) => overlap(box, other))) continue;
        if (labels.some((other) => overlap(box, other))) continue;
        if (segments.some((segment) => crosses(segment, box, clearance))) continue;
        const leader = leaderTo(anchor, box);
        if (leader !== null && labels.some((other) => crosses(leader, other, clearance))) continue;
        labels.push(box);
        if (leader !== null) segments.push(leader);
        return { box, leader };
      }
    }
    return null;
  });
}

function leaderTo(anchor: Anchor, box: Box): Segment | null {
  const x2 = Math.min(Math.max(anchor.x, box.x), box.x + box.width);
  const y2 = Math.min(Math.max(anchor.y, box.y), box.y + box.height);
  return Math.hypot(x2 - anchor.x, y2 - anchor.y) <= near ? null : { x1: anchor.x, y1: anchor.y, x2, y2 };
}

/** The label's box when its nearest edge or corner is at the distance and angle (degrees) from the point. */
function boxNextTo(anchor: Anchor, distance: number, angle: number): Box {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const x = anchor.x + distance * cos + anchor.width * (cos > 0.3 ? 0 : cos < -0.3 ? -1 : -0.5);
  const y = anchor.y + distance * sin + anchor.height * (sin > 0.3 ? 0 : sin < -0.3 ? -1 : -0.5);
  return { x, y, width: anchor.width, height: anchor.height };
}
