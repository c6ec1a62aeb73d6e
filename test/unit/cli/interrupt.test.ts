import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { onInterrupt } from '../../../lambda/cli/interrupt.ts';

afterEach(() => vi.restoreAllMocks());

/** A run that listens as the only one in this process; what would end it is noted. */
function listening(signal: NodeJS.Signals, tidy: () => Promise<void>) {
  // The time that a run has to get tidy does not run on into other tests.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const others = process.listeners(signal);
  process.removeAllListeners(signal);
  onTestFinished(() => {
    process.removeAllListeners(signal);
    for (const one of others) process.on(signal, one);
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  onInterrupt(tidy);
  return exit;
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run tidies up at %s before it ends with exit code %i', async (signal, code) => {
  const tidy = vi.fn(async () => undefined);
  const exit = listening(signal, tidy);
  process.emit(signal);
  expect([tidy.mock.calls.length, exit.mock.calls.length]).toEqual([1, 0]);
  // The library that locks the index ends the process by the signal where it alone still listens.
  expect(process.listenerCount(signal)).toBe(1);
  await setImmediate();
  expect(exit).toHaveBeenCalledExactlyOnceWith(code);
});

it('a second signal ends a run that does not get tidy', () => {
  const exit = listening('SIGINT', () => new Promise(() => undefined));
  process.emit('SIGINT');
  expect(exit).not.toHaveBeenCalled();
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
});

it('a run that does not get tidy within a second and a half is ended', () => {
  const exit = listening('SIGTERM', () => new Promise(() => undefined));
  process.emit('SIGTERM');
  vi.advanceTimersByTime(1_499);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(exit).toHaveBeenCalledExactlyOnceWith(143);
});
