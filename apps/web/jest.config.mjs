// Component tests in jsdom, run by `npm test -w @tejido/web [-- file]`. The journeys in a real browser: jest.e2e.config.mjs.
export default {
  displayName: 'web',
  rootDir: import.meta.dirname,
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^cytoscape$': '<rootDir>/test/cytoscape-headless.mjs',
    '\\.(css|svg|png|woff2)(\\?.*)?$': '<rootDir>/test/asset-stub.mjs',
    '^@tejido/domain/(.*)\\.js$': '<rootDir>/../../libs/domain/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    }],
  },
  setupFilesAfterEnv: ['<rootDir>/test/setup.mjs'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
