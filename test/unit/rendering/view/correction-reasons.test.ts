import { describe, expect, it } from 'vitest';
import { correctionOf } from '../../../../lambda/rendering/view/mail-correction.ts';
import type { Figure, Report } from '../../../../lambda/report/schema.ts';
import { sampleReport } from '../../../support/sample-report.ts';

/** What a revision of other data corrects, where some figures differ in it. */
function itemsOf(
  changes: Readonly<Record<string, Partial<Figure>>>,
  snapshot = 'another',
): readonly string[] {
  const now: Report = structuredClone(sampleReport());
  for (const [id, change] of Object.entries(changes)) Object.assign(now.figures[id]!, change);
  const corrected = { ...now, revision: 2, snapshot };
  const before = { report: sampleReport(), medium: 'message', sent: 'Wed' } as const;
  return correctionOf(corrected, before)?.items ?? [];
}

describe('a correction says of a value', () => {
  it.each<[string, string, Partial<Figure>, string]>([
    [
      'that its provider restated it',
      'close.TNA',
      { value: 45.55 },
      'TNA: 45.54 → 45.55 (restated by a simulated market)',
    ],
    [
      'that another provider gave it',
      'close.TNA',
      { value: 45.55, source: 'yahoo' },
      'TNA: 45.54 → 45.55 (by Yahoo Finance, before by a simulated market)',
    ],
    [
      'why it is missing now',
      'close.TNA',
      { value: null, status: 'missing', reason: 'no bar' },
      'TNA: 45.54 → n/a (no bar)',
    ],
    [
      'that it is no proxy any more',
      'expected.IWM.1d',
      { value: 0.012, status: 'fresh' },
      'Expected move, IWM: ±1.03 % (proxy) → ±1.20 % (in place of a proxy)',
    ],
    ['nothing where any of its inputs may be why', 'rotation.score', { value: 9 }, 'Rotation: +6 → +9'],
  ])('%s', (_, id, change, line) => {
    expect(itemsOf({ [id]: change }).map((item) => item.replaceAll(/\s/g, ' '))).toContain(line);
  });

  it('of the same data that this program was corrected, and no reason of a provider', () => {
    const items = itemsOf({ 'close.TNA': { value: 45.55 } }, sampleReport().snapshot);
    expect(items).toEqual(['TNA: 45.54 → 45.55', 'The data are the same: this program was corrected.']);
  });
});
