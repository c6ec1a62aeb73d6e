import { describe, expect, it } from 'vitest';
import { paperOption, revisionOption } from '../../../lambda/cli/options.ts';
import { editionOf } from '../../../lambda/editions/index.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { UsageError } from '../../../lambda/errors.ts';
import { clockAt } from '../../../lambda/runtime/clock.ts';

describe('options', () => {
  it('know two papers, in any case', () => {
    expect([paperOption('a4'), paperOption('A4'), paperOption('Letter')]).toEqual(['A4', 'A4', 'Letter']);
    for (const text of ['a3', '', 'constructor']) expect(() => paperOption(text)).toThrow(UsageError);
  });

  it('know revisions as numbers, with or without their r', () => {
    expect([revisionOption('1'), revisionOption('r12')]).toEqual([1, 12]);
    for (const text of ['0', '-1', '1.5', '', 'newest', 'r'])
      expect(() => revisionOption(text)).toThrow(UsageError);
  });

  it('know editions by name, in any case, and list them for a name that is none', () => {
    expect([editionOf('tna'), editionOf('TNA')]).toEqual([tna, tna]);
    for (const name of ['nonesuch', '', 'constructor']) expect(() => editionOf(name)).toThrow(UsageError);
    expect(() => editionOf('nonesuch')).toThrow('there is no edition nonesuch');
    expect(() => editionOf('nonesuch')).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('Known: tna') }),
    );
  });

  it('set a fixed clock, in UTC', () => {
    const clock = clockAt('2025-12-31T17:50:00-05:00');
    expect([clock(), clock()]).toEqual(['2025-12-31T22:50:00.000Z', '2025-12-31T22:50:00.000Z']);
    for (const text of ['2025-12-31', '2025-12-31T22:50:00', 'noon', '2025-13-01T00:00:00Z'])
      expect(() => clockAt(text)).toThrow(UsageError);
  });
});
