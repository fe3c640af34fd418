// Run by `npm test -w @tejido/api [-- file]`. NestJS 12 is ESM, so Jest runs with --experimental-vm-modules.
const decorators = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};
// ESM packages that CommonJS ones require: Jest cannot require ESM, Node 20.19 and later can.
const requiredEsm = '/node_modules/(content-disposition|cookie)/';

export default {
  displayName: 'api',
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.transpiled-'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@tejido/domain/(.*)\\.js$': '<rootDir>/../../libs/domain/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    [`${requiredEsm}.+\\.js$`]: ['@swc/jest', { module: { type: 'commonjs' }, jsc: { target: 'es2023' } }],
    '^.+\\.ts$': ['@swc/jest', decorators],
  },
  transformIgnorePatterns: ['/node_modules/(?!(content-disposition|cookie)/)'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
