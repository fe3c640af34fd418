import { currentLanguage } from './i18n.js';

/** What an organisation is called: in Spanish always, in English where it has a name or an acronym of its own there. */
export interface Named { name: string; nameEn?: string | null; acronym?: string | null; acronymEn?: string | null }

const english = () => currentLanguage() === 'en';

/** Its name in the reader's language; where it has none in it, in the one that it has. */
export const fullName = ({ name, nameEn }: Named): string => (english() && nameEn) || name;

/** Its acronym in the reader's language; null when it has none. */
export const acronymOf = ({ acronym, acronymEn }: Named): string | null => (english() && acronymEn) || acronym || null;

/** What fits in a line with others: the acronym, else the name. */
export const shortName = (row: Named): string => acronymOf(row) ?? fullName(row);

/** Acronym and name, for people look for the one and read the other. */
export function longName(row: Named): string {
  const acronym = acronymOf(row);
  return acronym && acronym !== fullName(row) ? `${acronym} · ${fullName(row)}` : fullName(row);
}
