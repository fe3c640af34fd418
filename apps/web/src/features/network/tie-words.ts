import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import type { GraphNode, GraphTie } from './graph.js';

/** What kind of node it is and what a tie rests on, in the reader's language. */
export function useTieWords() {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const kindName = useCallback((node: GraphNode) => label('organisation_kind', node.kind) || label('audience', node.audience), [label]);
  /** "2 acuerdos, 3 reuniones": what a tie rests on. */
  const basis = useCallback((tie: GraphTie) => [
    tie.agreements > 0 && t('network.agreements', { count: tie.agreements }),
    tie.meetings > 0 && t('network.meetings', { count: tie.meetings }),
    tie.activities > 0 && t('network.activities', { count: tie.activities }),
    tie.relationships > 0 && t('network.relationships', { count: tie.relationships }),
  ].filter(Boolean).join(', '), [t]);
  return { kindName, basis };
}
