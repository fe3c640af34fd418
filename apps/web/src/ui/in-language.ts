/** A text that the server tells in both languages, in the reader's. */
export const inLanguage = ({ es, en }: { es: string; en: string }, language: string): string => (language === 'en' ? en : es);
