import dayjs from 'dayjs';
import 'dayjs/locale/es.js';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../texts/en.js';
import { es } from '../texts/es.js';
import { formatNumber } from '../ui/numbers.js';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const REMEMBERED = 'tejido.language';

/** Starts the texts in the language that this browser chose last; Spanish when it never chose. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { es: { translation: es }, en: { translation: en } },
    lng: rememberedLanguage() ?? 'es',
    fallbackLng: 'es',
    interpolation: { escapeValue: false }, // React escapes
  });
  // '{{count, number}}' in a text: as all other numbers on the page are written.
  i18next.services.formatter?.add('number', (value: number, language) => formatNumber(value, language ?? 'es'));
  applyLanguage(currentLanguage());
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'es');

/** What the reader chose on this browser; null when never. */
export function rememberedLanguage(): Language | null {
  const stored = localStorage.getItem(REMEMBERED);
  return LANGUAGES.find((language) => language === stored) ?? null;
}

/** Changes every text on the page and remembers it for this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await showIn(language);
}

/** Changes the texts without remembering: for the account's language, which yields to a choice made on this browser. */
export async function showIn(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  applyLanguage(language);
}

function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  dayjs.locale(language);
}
