import { formatShortDay } from '../../briefing/words/date.ts';
import { labelColumn } from './rows.ts';
import { type Caption, type Mark, type Role, rect, svg, svgText } from './svg.ts';

export interface RotationMapData extends Caption {
  /** The week-ends that the columns are of, oldest first. */
  readonly dates: readonly string[];
  /** Points of (ratio, momentum), oldest first, as many as there are dates. */
  readonly tails: readonly {
    readonly label: string;
    readonly role: Role;
    readonly points: readonly (readonly [ratio: number | null, momentum: number | null])[];
  }[];
}

/** Quadrants from the strongest to the weakest, each with the letters of its cell. */
const letters = { leading: 'Ld', improving: 'Im', weakening: 'Wk', lagging: 'Lg' } as const;
type Quadrant = keyof typeof letters;
const order = Object.keys(letters) as readonly Quadrant[];

const rowHeight = 16;
const gap = 2;
const head = 18;

/**
 * Relative rotation week by week: a row a subject, a column a week-end, the cell its quadrant around (100, 100) by tone
 * and two letters. Rows are sorted by the newest quadrant, and the newest column is framed.
 */
export function drawRotationMap(data: RotationMapData, width: number): string {
  const rows = data.tails
    .map(({ label, role, points }) => ({ label, role, cells: points.map(quadrantOf) }))
    .sort((a, b) => placeOf(a.cells.at(-1)) - placeOf(b.cells.at(-1)));
  const count = data.dates.length;
  const left = labelColumn(rows.map(({ label }) => label)) + 12;
  const cell = (width - left) / Math.max(1, count);
  const bottom = head + rows.length * (rowHeight + gap);
  const marks: Mark[] = [];
  const every = cell < 44 ? 2 : 1;
  data.dates.forEach((date, at) => {
    if ((count - 1 - at) % every !== 0) return;
    // The newest day is wider than its column, and ends with it.
    const isNewest = at === count - 1;
    const x = left + (isNewest ? count : at + 0.5) * cell;
    marks.push(svgText(x, 11, formatShortDay(date), 'tick', isNewest ? 'end' : 'middle'));
  });
  rows.forEach(({ label, role, cells }, row) => {
    const y = head + row * (rowHeight + gap);
    marks.push(svgText(0, y + 12, label, `name ${role}`));
    cells.forEach((quadrant, at) => {
      const x = left + at * cell;
      if (quadrant === null) return;
      marks.push(rect(x + gap / 2, y, cell - gap, rowHeight, `cell ${quadrant}`));
      marks.push(svgText(x + cell / 2, y + 12, letters[quadrant], `letters ${quadrant}`, 'middle'));
    });
  });
  // Cells of one tone are one path.
  const toned = marks.toSorted((a, b) => toneOf(a) - toneOf(b));
  if (rows.length > 0)
    toned.push(rect(left + (count - 1) * cell, head - gap, cell, bottom - head + gap, 'newest'));
  return svg(data, width, bottom + 2, toned);
}

const toneOf = (mark: Mark): number =>
  mark.kind === 'path' ? order.findIndex((tone) => mark.classes.endsWith(tone)) : -1;

const placeOf = (quadrant: Quadrant | null | undefined): number =>
  quadrant === null || quadrant === undefined ? order.length : order.indexOf(quadrant);

/** By the definition of `map.P:B.quadrant`: docs/methods/rotation.md. */
function quadrantOf([ratio, momentum]: readonly [number | null, number | null]): Quadrant | null {
  if (ratio === null || momentum === null) return null;
  if (ratio >= 100) return momentum >= 100 ? 'leading' : 'weakening';
  return momentum >= 100 ? 'improving' : 'lagging';
}
