import type { CodegenConfig } from '@graphql-codegen/cli';

// Types of the web's operations, from the committed schema: written to src/gql (not committed) by `nx codegen @tejido/web`.
const config: CodegenConfig = {
  schema: '../../libs/api-schema/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**', '!src/**/*.spec.{ts,tsx}'],
  ignoreNoDocuments: true,
  emitLegacyCommonJSImports: false,
  importExtension: '.js',
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          Day: 'string',
          DateTime: 'string',
          JSON: 'unknown',
          ID: { input: 'string', output: 'string' },
        },
      },
    },
  },
};
export default config;
