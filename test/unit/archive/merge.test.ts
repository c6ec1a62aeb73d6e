import { expect, it } from 'vitest';
import { mergeInto } from '../../../lambda/archive/merge.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';

/** Words of a document, sorted; the merge gives way to everybody in between. */
const adding = (word: string) => async (old: Uint8Array | null) => {
  for (let turn = 0; turn < word.length; turn += 1) await Promise.resolve();
  const words = old === null ? [] : Buffer.from(old).toString().split(' ');
  return Buffer.from([...new Set([...words, word])].sort().join(' '));
};

it('no merge is lost, however long each takes while others write', async () => {
  const archive = new MemoryArchive([3, 0, 7, 1]);
  const words = ['a', 'bb', 'ccc', 'dddd', 'eeeee'];
  await Promise.all(words.map((word) => mergeInto(archive, 'key', adding(word))));
  expect(archive.texts().key).toBe('a bb ccc dddd eeeee');
});

it('a merge that changes nothing writes nothing', async () => {
  const archive = new MemoryArchive();
  await mergeInto(archive, 'key', adding('a'));
  const { write } = archive.calls;
  await mergeInto(archive, 'key', adding('a'));
  expect(archive.calls.write).toBe(write);
});

it('gives up, with an error, where another writer always wins', async () => {
  const archive = new MemoryArchive();
  let turn = 0;
  const overtaken = async (old: Uint8Array | null) => {
    turn += 1;
    await archive.update('key', () => Buffer.from(`theirs ${turn}`));
    return Buffer.from(`${old} ours`);
  };
  await expect(mergeInto(archive, 'key', overtaken)).rejects.toThrow('memory:key is changed by others');
  expect(archive.texts().key).toBe('theirs 60');
});
