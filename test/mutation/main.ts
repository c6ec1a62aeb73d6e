import { spawnSync } from 'node:child_process';
import { mutatedRooms } from './mutated-rooms.ts';

/*
 * `npm run mutation -- [ROOM …] [--force]`: mutates the rooms that are named, all when none is, each by itself.
 * Ends with 1 when one of them is below the floor.
 */
const asked = process.argv.slice(2);
const options = asked.filter((one) => one.startsWith('-'));
const named = asked.filter((one) => !one.startsWith('-'));
const failed = (named.length > 0 ? named : Object.keys(mutatedRooms)).filter((room) => {
  const env = { ...process.env, ROOM: room };
  return spawnSync('stryker', ['run', ...options], { env, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  process.stderr.write(`below the floor, or failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
