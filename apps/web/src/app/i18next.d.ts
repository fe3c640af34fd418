import 'i18next';
import type { es } from '../texts/es.js';

// Makes t('…') accept only keys that exist: a misspelt key does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof es };
  }
}
