import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `cleanUp` when this process ends, by itself or by a signal, unless it is released before. A signal then
 * ends the process with the code that shells expect (130 after SIGINT), so that other exit handlers run as well.
 * @returns releases the guard
 */
export function onProcessEnd(cleanUp: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, onSignal);
  process.on('exit', cleanUp);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
    process.off('exit', cleanUp);
  };
}
