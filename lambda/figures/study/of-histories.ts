import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { RotationHistory } from '../../market-data/rotation-columns.ts';

/**
 * Made once of the histories of a panel. In a backfill panels differ in how far their series are trusted and share their
 * histories, and with them the score's: what rests on histories alone goes with that.
 */
export function ofHistories<T>(make: (panel: Panel) => T): (panel: Panel) => T {
  const made = weakMemo((_: RotationHistory) => ({ of: undefined as { readonly value: T } | undefined }));
  return (panel) => {
    const kept = made(panel.rotation());
    kept.of ??= { value: make(panel) };
    return kept.of.value;
  };
}
