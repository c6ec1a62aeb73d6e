import { defineConfig } from 'vitest/config';
import { mutatedRoomOf } from './mutated-rooms.ts';

/** What mutants of a room are held against: its own tests, in modules of their own, as Stryker sees their coverage only so. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [...mutatedRoomOf(process.env).tests],
    env: { TZ: 'UTC' },
  },
});
