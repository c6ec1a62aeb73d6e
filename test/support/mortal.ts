import type { Archive } from '../../lambda/archive/archive.ts';

/**
 * Lets work on an archive die: after a given number of writes nothing that it asks of the archive happens, or is ever answered, as of
 * a process that was killed. Resolves at its death.
 * @throws Error when the work ends before
 */
export async function diesAfter(
  writes: number,
  archive: Archive,
  work: (mortal: Archive) => Promise<unknown>,
): Promise<void> {
  let left = writes;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const alive = <T>(act: () => Promise<T>): Promise<T> => (left > 0 ? act() : never);
  const writing = <T>(act: () => Promise<T>): Promise<T> =>
    alive(async () => {
      const done = await act();
      left -= 1;
      if (left <= 0) die();
      return left <= 0 ? never : done;
    });
  const mortal: Archive = {
    locate: (key) => archive.locate(key),
    get: (key) => alive(() => archive.get(key)),
    list: (prefix) => alive(() => archive.list(prefix)),
    putNew: (key, bytes) => writing(() => archive.putNew(key, bytes)),
    publish: (...revision) => writing(() => archive.publish(...revision)),
    update: (key, change) => writing(() => archive.update(key, change)),
  };
  const ended = work(mortal).then(() => {
    throw new Error(`the work ended with ${left} of ${writes} writes left`);
  });
  await Promise.race([death, ended]);
}
