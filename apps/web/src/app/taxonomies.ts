import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/gql.js';
import { useApiQuery } from './use-api.js';

const TaxonomiesQuery = graphql(`
  query Taxonomies { taxonomies { taxonomy code label { es en } reverse { es en } position retired counts } }
`);

const NOTHING: never[] = [];

/** Labels of codes and options of choices, in the reader's language. A code that is not known (yet) reads as itself. */
export function useTaxonomies() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  const { data } = useApiQuery(TaxonomiesQuery, {});
  const terms = data?.taxonomies ?? NOTHING;
  const labels = useMemo(() => new Map(terms.map((term) => [`${term.taxonomy}.${term.code}`, term.label[language]])), [terms, language]);
  const label = useCallback((taxonomy: string, code: string | null | undefined) => (code ? (labels.get(`${taxonomy}.${code}`) ?? code) : ''), [labels]);
  /** What may be chosen now: retired terms are only read. */
  const options = useCallback((taxonomy: string) =>
    terms.filter((term) => term.taxonomy === taxonomy && !term.retired).map((term) => ({ value: term.code, label: term.label[language] })), [terms, language]);
  return { label, options };
}
