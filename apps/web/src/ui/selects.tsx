import { Group, MultiSelect, Select, Text, type ComboboxItem, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core';
import { fold } from '@tejido/domain/text.js';
import { VISIBILITIES, type Visibility } from '@tejido/domain/policy.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { byCountryName, COUNTRY_CODES, countryName } from './countries.js';

/** A term of a taxonomy: its code and its label in both languages. */
export interface Term {
  code: string;
  label: { es: string; en: string };
}

interface Shared {
  label?: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
}
interface One extends Shared { value: string | null; onChange: (code: string | null) => void; clearable?: boolean }
interface Many extends Shared { value: string[]; onChange: (codes: string[]) => void }

// Typed without accents or capitals, it is found all the same.
const withoutAccents: OptionsFilter = ({ options, search }) => {
  const wanted = fold(search).trim();
  const matches = (item: ComboboxItem) => fold(item.label).includes(wanted) || item.value.toLowerCase() === wanted;
  return options.flatMap<ComboboxParsedItem>((each) => {
    if (!('group' in each)) return matches(each as ComboboxItem) ? [each] : [];
    const items = each.items.filter((item) => matches(item as ComboboxItem));
    return items.length > 0 ? [{ ...each, items }] : [];
  });
};

export const termLabel = (term: Term, language: string): string => (language === 'en' ? term.label.en : term.label.es);

const useTermData = (terms: readonly Term[]) => {
  const { i18n } = useTranslation();
  return terms.map((term) => ({ value: term.code, label: termLabel(term, i18n.language) }));
};

/** One term of a taxonomy. */
export function TermSelect({ terms, clearable = true, ...props }: One & { terms: readonly Term[] }) {
  return <Select {...props} data={useTermData(terms)} filter={withoutAccents} searchable={terms.length > 7} clearable={clearable && !props.required} allowDeselect={!props.required} />;
}

/** Several terms of a taxonomy. */
export function TermsSelect({ terms, ...props }: Many & { terms: readonly Term[] }) {
  return <MultiSelect {...props} data={useTermData(terms)} filter={withoutAccents} searchable clearable hidePickedOptions />;
}

/** Countries by name in the reader's language; `members` (the coalition's) come first. */
function useCountryData(members: readonly string[], only?: readonly string[]) {
  const { t, i18n } = useTranslation();
  const items = (codes: readonly string[]) => byCountryName(codes, i18n.language).map((value) => ({ value, label: countryName(value, i18n.language) }));
  if (only) return items(only);
  if (members.length === 0) return items(COUNTRY_CODES);
  return [
    { group: t('common.country.members'), items: items(members) },
    { group: t('common.country.others'), items: items(COUNTRY_CODES.filter((code) => !members.includes(code))) },
  ];
}

interface CountryScope { members?: readonly string[]; only?: readonly string[] }

/** One country. `members` are listed first; `only` limits the choice. */
export function CountrySelect({ members = [], only, ...props }: One & CountryScope) {
  const { t } = useTranslation();
  return (
    <Select label={t('common.country.label')} placeholder={t('common.country.placeholder')} {...props}
      data={useCountryData(members, only)} filter={withoutAccents} searchable clearable={!props.required} />
  );
}

/** Several countries. */
export function CountriesSelect({ members = [], only, ...props }: Many & CountryScope) {
  const { t } = useTranslation();
  return <MultiSelect label={t('common.country.plural')} {...props} data={useCountryData(members, only)} filter={withoutAccents} searchable clearable hidePickedOptions />;
}

/** Who may see a record. `allowed` limits the choice (all four when absent). */
export function VisibilitySelect({ value, onChange, allowed = VISIBILITIES, ...props }: Shared & {
  value: Visibility; onChange: (visibility: Visibility) => void; allowed?: readonly Visibility[];
}) {
  const { t } = useTranslation();
  return (
    <Select label={t('common.visibility.label')} {...props} value={value} allowDeselect={false}
      data={allowed.map((each) => ({ value: each, label: t(`common.visibility.${each}`) }))}
      onChange={(chosen) => { const found = allowed.find((each) => each === chosen); if (found) onChange(found); }}
      renderOption={({ option }) => (
        <Group gap={0} style={{ flexDirection: 'column', alignItems: 'flex-start' }}>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="gray.6">{t(`common.visibility.${option.value as Visibility}Hint`)}</Text>
        </Group>
      )} />
  );
}
