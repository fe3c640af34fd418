import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import type { GraphNode, GraphTie } from './graph.js';

type Named = Pick<GraphNode, 'name' | 'nameEn' | 'acronym' | 'acronymEn'>;

/** How organisations and ties read in the reader's language. */
export function useNames() {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const english = i18n.language === 'en';
  const fullName = useCallback((node: Named) => (english && node.nameEn) || node.name, [english]);
  /** What fits on the map: the acronym, else the name. */
  const shortName = useCallback((node: Named) => (english && node.acronymEn) || node.acronym || fullName(node), [english, fullName]);
  const longName = useCallback((node: Named) => {
    const acronym = (english && node.acronymEn) || node.acronym;
    return acronym && acronym !== fullName(node) ? `${acronym} · ${fullName(node)}` : fullName(node);
  }, [english, fullName]);
  const kindName = useCallback((node: GraphNode) => label('organisation_kind', node.kind) || label('audience', node.audience), [label]);
  /** "2 acuerdos, 3 reuniones": what a tie rests on. */
  const basis = useCallback((tie: GraphTie) => [
    tie.agreements > 0 && t('network.agreements', { count: tie.agreements }),
    tie.meetings > 0 && t('network.meetings', { count: tie.meetings }),
    tie.activities > 0 && t('network.activities', { count: tie.activities }),
    tie.relationships > 0 && t('network.relationships', { count: tie.relationships }),
  ].filter(Boolean).join(', '), [t]);
  return { fullName, shortName, longName, kindName, basis };
}
