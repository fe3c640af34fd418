import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The house of docs/architecture.md as a fence. tools/fence/prove.mjs proves that it stands.
const element = (type, pattern, capture) => ({ type, pattern, ...(capture ? { capture } : {}) });

const elements = [
  element('api-platform', 'apps/api/src/platform'),
  element('api-feature', 'apps/api/src/features/*', ['feature']),
  element('api-app', 'apps/api/src'), // main, cli, app.module: they put features together
  element('api-test', 'apps/api/test'),
  element('web-routes', 'apps/web/src/app/routes'), // routes put features together
  element('web-app', 'apps/web/src/app'),
  element('web-feature', 'apps/web/src/features/*', ['feature']),
  element('web-ui', 'apps/web/src/ui'),
  element('web-texts', 'apps/web/src/texts'),
  element('web-contract', 'apps/web/src/gql'),
  element('web-root', 'apps/web/src'),
  element('web-test', 'apps/web/test'),
  element('web-test', 'apps/web/e2e'),
  element('domain', 'libs/domain/src'),
];

const apiParts = ['api-platform', 'api-feature', 'api-app'];
const webParts = ['web-routes', 'web-app', 'web-feature', 'web-ui', 'web-texts', 'web-contract', 'web-root'];
const may = (from, to) => ({ from: { element: { type: from } }, allow: { to: { element: { type: to } } } });
const mayNot = (from, to, message) => ({ from: { element: { type: from } }, disallow: { to: { element: { type: to } } }, message });
const sameFeature = (type) => ({
  from: { element: { type } },
  allow: { to: { element: { type, captured: { feature: '{{ from.element.captured.feature }}' } } } },
});

const foreign = { to: { module: { origin: ['external', 'core'] } } }; // packages and Node's own modules

const policies = [
  { from: { element: { type: '!domain' } }, allow: foreign },
  { from: { element: { type: 'domain' }, file: { categories: 'spec' } }, allow: foreign },
  may('api-app', [...apiParts, 'domain']),
  may('api-platform', ['api-platform', 'domain']),
  may('api-feature', ['api-platform', 'domain']),
  sameFeature('api-feature'),
  {
    from: { element: { type: 'api-feature' } },
    allow: { to: { element: { type: 'api-feature' }, file: { categories: 'shared-by-features' } } },
  },
  may('api-test', [...apiParts, 'api-test', 'domain']),
  may(['web-root', 'web-routes', 'web-app'], [...webParts, 'domain']),
  may('web-feature', ['web-app', 'web-ui', 'web-texts', 'web-contract', 'domain']),
  sameFeature('web-feature'),
  may('web-ui', ['web-ui', 'web-texts', 'domain']),
  may('web-texts', ['web-texts', 'domain']),
  { from: { element: { type: webParts }, file: { categories: 'spec' } }, allow: { to: { element: { type: ['web-test', 'web-app'] } } } },
  may('web-contract', 'web-contract'),
  may('web-test', [...webParts, 'web-test', 'domain']),
  may('domain', 'domain'), // and no package: rules are pure and run in the browser too
  mayNot('web-feature', 'web-routes', 'A feature does not know the routes: they put features together'),
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.transpiled-*/**', '**/node_modules/**', 'apps/web/src/gql/**', '.nx/**', '**/coverage/**', 'tools/fence/house/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'import/resolver': {
        typescript: { noWarnOnMultipleProjects: true, project: ['apps/*/tsconfig.json', 'libs/*/tsconfig.json'] },
      },
      'boundaries/root-path': import.meta.dirname,
      'boundaries/elements': elements.map((known) => ({ ...known, partialMatch: false })),
      'boundaries/files': [
        { category: 'shared-by-features', pattern: '**/*.{entity,type,reads}.ts' },
        { category: 'spec', pattern: ['**/*.spec.ts', '**/*.spec.tsx', 'libs/domain/src/testing/**'] },
      ],
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies }],
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    // Rows and answers of operations written by hand in a test have no generated types.
    files: ['apps/api/test/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
);
