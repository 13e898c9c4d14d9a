import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 40_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    // Tests share no state, so the files need no module registry each: loading discord.js 80 times took half the run.
    isolate: false,
    // One more than the two cores that this has to be quick on: much of the time is waiting, for disks and browsers.
    maxWorkers: 3,
    // One project, so that each worker loads everything once. What only some tests need is made ready when they are run.
    globalSetup: ['test/process/build.ts', 'test/browser/global.ts'],
    include: ['test/**/*.test.ts'],
  },
});
