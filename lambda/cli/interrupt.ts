import { constants } from 'node:os';

/** How long an interrupted run may take to end its browser, in milliseconds. */
const patienceMs = 1_500;

/**
 * Ends the process cleanly on Ctrl-C or SIGTERM: exit code 130 or 143. What was being published is published
 * whole or not at all, because it only ever appears by one rename.
 */
export function onInterrupt(tidy: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      const exit = () => process.exit(128 + constants.signals[signal]);
      setTimeout(exit, patienceMs).unref();
      process.stderr.write('\ninterrupted: nothing half-published\n');
      tidy().then(exit, exit);
    });
}
