import { currentLanguage } from './i18n.js';

/** What a record is called in the reader's language; in Spanish where it has no English title. */
export const titleOf = ({ title, titleEn }: { title: string; titleEn?: string | null }): string => (currentLanguage() === 'en' && titleEn) || title;
