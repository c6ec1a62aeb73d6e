import { Socket } from 'node:net';

/** Time-outs are of seconds; what is shorter waits for other things. */
const least = 3_000;

/** Runs with every time-out of this process a given number of times as short, those of sockets too. */
export async function withShortTimeouts<T>(times: number, work: () => Promise<T>): Promise<T> {
  const { setTimeout: timer } = globalThis;
  const { setTimeout: idle } = Socket.prototype;
  const shorter = (ms: number) => (ms >= least ? ms / times : ms);
  globalThis.setTimeout = Object.assign(
    (then: () => void, ms = 0, ...rest: []) => timer(then, shorter(ms), ...rest),
    timer,
  );
  Socket.prototype.setTimeout = function (this: Socket, ms, then) {
    return idle.call(this, shorter(ms), then);
  };
  try {
    return await work();
  } finally {
    globalThis.setTimeout = timer;
    Socket.prototype.setTimeout = idle;
  }
}
