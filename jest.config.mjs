// Code and specs run from dist, as in production: no transform. Run by tools/test.mjs, which sets the flags for ES modules.
const base = { testEnvironment: 'node', transform: {}, modulePathIgnorePatterns: ['<rootDir>/.data', '<rootDir>/tmp', '<rootDir>/.nx'] };
const specs = (folder) => `<rootDir>/${folder}/dist/**/*.spec.js`;
const nest = ['<rootDir>/tools/jest/setup-nest.mjs'];
const servers = {
  setupFiles: nest,
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
};

export default {
  // Two cores may be busy with something else: a worker that needs a moment to go has left nothing open.
  workerGracefulExitTimeout: 5_000,
  // Of tests that run side by side in one suite, each with servers of its own.
  maxConcurrency: 2,
  projects: [
    { ...base, displayName: 'unit', testMatch: [specs('libs/*'), specs('workflows'), specs('activities')] },
    { ...base, displayName: 'apps', testMatch: [specs('apps/*')], setupFiles: nest },
    { ...base, displayName: 'house', testMatch: ['<rootDir>/test/dist/house/**/*.spec.js'] },
    { ...base, displayName: 'replay', testMatch: ['<rootDir>/test/dist/replay/**/*.spec.js'] },
    {
      ...base,
      ...servers,
      displayName: 'integration',
      testMatch: [specs('test')],
      testPathIgnorePatterns: ['/test/dist/(house|replay|walk)/'],
    },
    // A person's walk through the console, at a person's pace: run by its name only.
    { ...base, ...servers, displayName: 'walk', testMatch: ['<rootDir>/test/dist/walk/**/*.spec.js'] },
  ],
};
