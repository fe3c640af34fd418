// The users' journeys in a real browser, against the built product: run by tools/test.mjs, or alone by `npm run journeys -w @tejido/web`.
export default {
  displayName: 'journeys',
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@tejido/domain/(.*)\\.js$': '<rootDir>/../../libs/domain/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    }],
  },
  maxWorkers: 1,
  testTimeout: 240_000,
};
