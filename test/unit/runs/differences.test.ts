import { describe, expect, it } from 'vitest';
import { differingLine, differingPaths } from '../../../lambda/runs/differences.ts';

describe('differing paths', () => {
  it('are none between equal documents', () => {
    expect(differingPaths({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  });

  it('name the place and both values', () => {
    const archived = { figures: { 'close.IWM': { value: 1 } }, words: ['a', 'b'] };
    const rebuilt = { figures: { 'close.IWM': { value: 2 } }, words: ['a'], more: true };
    expect(differingPaths(archived, rebuilt)).toEqual([
      'figures.close.IWM.value: archived 1, rebuilt 2',
      'words.1: archived "b", rebuilt nothing',
      'more: archived nothing, rebuilt true',
    ]);
  });

  it('do not take a list for an object, or zero for nothing', () => {
    expect(differingPaths({ a: [] }, { a: {} })).toEqual(['a: archived [], rebuilt {}']);
    expect(differingPaths({ a: 0 }, { a: null })).toEqual(['a: archived 0, rebuilt null']);
  });

  it('stop at the limit', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, i]));
    expect(differingPaths(many, {}, 3)).toHaveLength(3);
  });
});

describe('the differing line', () => {
  it('is counted from 1', () => {
    expect(differingLine('a\nb\nc', 'a\nX\nc')).toBe(2);
    expect(differingLine('a', 'a\nmore')).toBe(2);
    expect(differingLine('same', 'same')).toBeNull();
  });
});
