import { constants } from 'node:os';

/** How long an interrupted run may take to end its browser, in milliseconds. */
const patienceMs = 1_500;

/**
 * Ends the process cleanly on Ctrl-C or SIGTERM: exit code 130 or 143. What was being published is published
 * whole or not at all, because it only ever appears by one rename.
 * @param words what is said then
 * @returns leaves both signals alone again
 */
export function onInterrupt(
  tidy: () => Promise<void>,
  words: () => string = () => 'interrupted: nothing half-published',
): () => void {
  let interrupted = false;
  const forget = (['SIGINT', 'SIGTERM'] as const).map((signal) => {
    const end = () => {
      const exit = () => process.exit(128 + constants.signals[signal]);
      if (interrupted) exit();
      interrupted = true;
      setTimeout(exit, patienceMs).unref();
      process.stderr.write(`\n${words()}\n`);
      tidy().then(exit, exit);
    };
    // The listener stays: with none left, proper-lockfile ends the process by the signal at once.
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  return () => {
    for (const one of forget) one();
  };
}
