import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    // Tests share no state, so the files need no module registry each: loading discord.js 80 times took half the run.
    isolate: false,
    // One more than the two cores that this has to be quick on: much of the time is waiting, for disks and browsers.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: { name: 'in process', include: ['test/**/*.test.ts'], exclude: ['test/process/**', 'test/browser/**'] },
      },
      // These start the compiled program; it is built when one of them is among those to be run.
      {
        extends: true,
        test: { name: 'processes', include: ['test/process/**/*.test.ts'], globalSetup: 'test/process/build.ts' },
      },
      // People at the sandbox's page, in a real browser.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/global.ts',
          testTimeout: 40_000,
        },
      },
    ],
  },
});
