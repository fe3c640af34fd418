import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql/gql.js';
import { useApiQuery } from './use-api.js';

const TaxonomiesQuery = graphql(`
  query Taxonomies { taxonomies { taxonomy code label { es en } short { es en } reverse { es en } position retired counts } }
`);

const NOTHING: never[] = [];

/**
 * Labels of codes and options of choices, in the reader's language. A code that is not known (yet) reads as itself.
 * A term that is worded at length reads short; `fullLabel` gives its own wording.
 */
export function useTaxonomies() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'es';
  const { data } = useApiQuery(TaxonomiesQuery, {});
  const terms = data?.taxonomies ?? NOTHING;
  const known = useMemo(() => new Map(terms.map((term) => [`${term.taxonomy}.${term.code}`, term])), [terms]);
  const label = useCallback((taxonomy: string, code: string | null | undefined) => {
    const term = known.get(`${taxonomy}.${code}`);
    return term ? (term.short ?? term.label)[language] : (code ?? '');
  }, [known, language]);
  const fullLabel = useCallback((taxonomy: string, code: string | null | undefined) =>
    known.get(`${taxonomy}.${code}`)?.label[language] ?? code ?? '', [known, language]);
  /** What may be chosen now: of the retired terms only the one that a record has already (`chosen`). */
  const options = useCallback((taxonomy: string, chosen?: string | null) => terms.filter((term) => term.taxonomy === taxonomy && (!term.retired || term.code === chosen))
    .map((term) => ({ value: term.code, label: (term.short ?? term.label)[language] })), [terms, language]);
  /** Types of relationship as they read from one end: "member_of" and, for its other end, "member_of<". */
  const relationshipChoices = useMemo(() => terms.filter((term) => term.taxonomy === 'relationship_type' && !term.retired).flatMap((term) => {
    const [there, back] = [term.label[language], term.reverse?.[language]];
    return [{ value: term.code, label: there }, ...(back && back !== there ? [{ value: `${term.code}<`, label: back }] : [])];
  }), [terms, language]);
  return { label, fullLabel, options, relationshipChoices };
}
