import { defineConfig } from 'vitest/config';

/** What mutants are held against: the tests of their own rooms. Whole briefings would take minutes a mutant. */
export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'test/unit/{analytics,calendar,series}/**/*.test.ts',
      'test/reference/outcome-table.test.ts',
      'test/unit/sources/quality/**/*.test.ts',
      'test/unit/archive/{bytes,index,inside,limited,merge,payloads,s3-failure,s3-headers,work}.test.ts',
      'test/unit/delivery/{addresses,message,notifier,receipt,revised-since,ses,short-text,smtp,sns,wishes}.test.ts',
      'test/unit/delivery/chat/{notifier,webhook}.test.ts',
      'test/unit/steps/{plan,plan-scheduled,predecessor,run-entry,settle}.test.ts',
    ],
    env: { TZ: 'UTC' },
  },
});
