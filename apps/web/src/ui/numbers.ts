/** The locale that writes numbers and days for a language: Latin American Spanish, British English (day first). */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'es-419');

/** A number as the reader's language writes it: "1,204". */
export function formatNumber(value: number, language: string, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(localeOf(language), options).format(value);
}

/** A share of one as a percentage without decimals: "64 %". */
export const formatShare = (share: number, language: string): string => formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 });
