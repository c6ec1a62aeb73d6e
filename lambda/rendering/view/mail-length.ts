import type { Report } from '../../report/schema.ts';

/**
 * Whether a session is quiet, so that its mail is the verdict, the key figures and the next event: no change since the
 * session before is reported, the underlying moved by one standard deviation at most (`expected.SYMBOL.1d`), and nothing
 * must be known of the prices. A change quotes a figure; the sentence that there is none quotes none.
 */
export function isQuiet({ edition, figures, front, changes, marks }: Report): boolean {
  const numberOf = (id: string) => {
    const value = figures[id]?.value;
    return typeof value === 'number' ? value : null;
  };
  const moved = numberOf(`return.${edition.underlying}.1d`);
  const expected = numberOf(`expected.${edition.underlying}.1d`);
  return (
    changes.length === 0 &&
    front.changes.items.every((item) => item.figures.length === 0) &&
    moved !== null &&
    expected !== null &&
    Math.abs(moved) <= expected &&
    front.notices.length === 0 &&
    !marks.incomplete
  );
}
