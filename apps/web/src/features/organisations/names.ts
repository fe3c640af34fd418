import { useTranslation } from 'react-i18next';

export interface Named { name: string; nameEn?: string | null; acronym?: string | null; acronymEn?: string | null }

/** How an organisation is called in the reader's language; where it has no name in it, in the one that it has. */
export function useNames() {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const nameOf = (row: Named) => (english && row.nameEn) || row.name;
  const acronymOf = (row: Named) => (english && row.acronymEn) || row.acronym || null;
  const shortOf = (row: Named) => acronymOf(row) ?? nameOf(row);
  return { nameOf, acronymOf, shortOf, language: i18n.language };
}
