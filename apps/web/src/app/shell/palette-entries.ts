import { fold } from '@tejido/domain/text.js';
import type { Ability } from '@tejido/domain/policy.js';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/days.js';
import { useLogMeeting } from '../log-meeting.js';
import type { SearchHit, SearchKind } from '../search-everything.js';
import { useViewer } from '../session.js';
import { useTaxonomies } from '../taxonomies.js';
import { recentRecords } from './recent-records.js';
import { sectionsFor } from './sections.js';

/** A line of the palette: it opens an address, or does something on the page that is open. */
export interface PaletteEntry { key: string; group: string; label: string; detail?: string; to?: string; run?: () => void }

const PAGE_OF = {
  organisation: '/organizaciones', person: '/personas', agreement: '/acuerdos', meeting: '/reuniones', activity: '/actividades',
} as const satisfies Record<SearchKind, string>;

const KINDS_OF = {
  organisation: 'organisation_kind', person: '', agreement: 'agreement_kind', meeting: 'meeting_kind', activity: 'activity_kind',
} as const satisfies Record<SearchKind, string>;

/** What begins something new, for those who may; logging a meeting opens over the page. */
const ACTIONS = [
  { key: 'registerOrganisation', to: '/organizaciones/nueva', needs: 'organisation.register' },
  { key: 'registerAgreement', to: '/acuerdos/nuevo', needs: 'agreement.register' },
  { key: 'registerActivity', to: '/actividades/nueva', needs: 'activity.register' },
  { key: 'registerProposal', to: '/propuestas/nueva', needs: 'proposal.register' },
] as const satisfies readonly { key: string; to: string; needs: Ability }[];

/** The lines for what is typed: records first, best kind first, then actions and sections whose name fits. */
export function usePaletteEntries(text: string, hits: readonly SearchHit[]): PaletteEntry[] {
  const wanted = fold(text);
  const records = useRecordEntries(hits);
  const recent = useRecentEntries();
  const fixed = useFixedEntries().filter(({ label }) => fold(label).includes(wanted));
  return wanted === '' ? [...recent, ...fixed] : [...records, ...fixed];
}

function useRecordEntries(hits: readonly SearchHit[]): PaletteEntry[] {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  const detail = ({ kind, kindCode, detail: name, country, day }: SearchHit) =>
    [name, kindCode && label(KINDS_OF[kind], kindCode), country && label('country', country), day && formatDay(day, i18n.language)].filter(Boolean).join(' · ');
  return kinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind)).map((hit) => ({
    key: `${hit.kind}-${hit.id}`, group: t(`search.kinds.${hit.kind}`), to: `${PAGE_OF[hit.kind]}/${hit.id}`, detail: detail(hit),
    label: (i18n.language === 'en' && hit.labelEn) || hit.label,
  }));
}

function useRecentEntries(): PaletteEntry[] {
  const { t } = useTranslation();
  const { id } = useViewer();
  return recentRecords(id).slice(0, 5).map(({ to, label }) => ({ key: to, group: t('search.recent'), label, to }));
}

function useFixedEntries(): PaletteEntry[] {
  const { t } = useTranslation();
  const viewer = useViewer();
  const logMeeting = useLogMeeting();
  const log = logMeeting ? [{ key: 'logMeeting', group: t('search.actions'), label: t('nav.logMeeting'), run: () => logMeeting() }] : [];
  const actions = ACTIONS.filter(({ needs }) => viewer.abilities.includes(needs))
    .map(({ key, to }) => ({ key, group: t('search.actions'), label: t(`search.${key}`), to }));
  const sections = sectionsFor(viewer).map(({ key, to }) => ({ key, group: t('search.goTo'), label: t(`nav.${key}`), to }));
  return [...log, ...actions, ...sections];
}
