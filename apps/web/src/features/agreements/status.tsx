import type { Status, StatusBecause } from '@tejido/domain/agreement-status.js';
import { useTranslation } from 'react-i18next';
import { shortName, type Named } from '../../app/organisation-names.js';
import { relativeDay, formatDay, today } from '../../ui/days.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

const TONE = {
  prospect: 'idle', negotiating: 'progress', awaiting_signatures: 'waiting', in_force: 'good', suspended: 'paused', expired: 'over', terminated: 'bad',
} as const satisfies Record<Status, Tone>;

/** `because`, where the page has it: what is signed and waits for more does not wait for signatures. */
export function AgreementStatus({ status, because }: { status: string; because?: string }) {
  const { t } = useTranslation();
  const label = because === 'waits_for_ratifications' || because === 'waits_for_act' ? t(`agreements.waits.${because}`) : t(`agreements.status.${status as Status}`);
  return <StatusBadge tone={TONE[status as Status]} label={label} />;
}

interface Reason { because: string; on?: string | null; organisations: readonly string[]; missing: number; framework?: string | null }

/** What the sentence takes from the agreement itself. */
interface Told { endsOn?: string | null; entryAct?: string | null; parties: readonly { organisation: Named }[] }

/** The reason names a party in Spanish. */
function namedIn(parties: Told['parties'], name: string): string {
  const party = parties.find(({ organisation }) => organisation.acronym === name || organisation.name === name);
  return party ? shortName(party.organisation) : name;
}

const IN_FORCE: readonly string[] = ['since_last_signature', 'since_last_ratification', 'since_effective_from', 'since_act'];

/** Why it has its status, as a sentence, and when that will change by itself. */
export function useStatusSentence() {
  const { t, i18n } = useTranslation();
  return ({ because, on, organisations, missing, framework }: Reason, { endsOn, entryAct, parties }: Told): string => {
    const said = {
      day: on ? formatDay(on, i18n.language) : t('agreements.noDay'), ago: on ? relativeDay(on, today(), i18n.language) : '', count: missing,
      act: entryAct ?? t('agreements.someAct'), framework: framework ? `«${framework}»` : t('agreements.someFramework'),
      names: organisations.length > 0 ? new Intl.ListFormat(i18n.language).format(organisations.map((each) => namedIn(parties, each))) : t('agreements.somebody'),
    };
    if (because === 'waits_for_signatures' && missing > 0 && missing < organisations.length) return t('agreements.waitsForSome', said);
    if (because === 'framework_suspended' && !on) return t('agreements.frameworkSuspendedOpen', said);
    if (because === 'suspended' && !on) return t('agreements.suspendedOpen');
    const sentence = t(`agreements.because.${because as StatusBecause}`, said);
    return IN_FORCE.includes(because) && endsOn ? `${sentence} ${t('agreements.willEnd', { ago: relativeDay(endsOn, today(), i18n.language), day: formatDay(endsOn, i18n.language) })}` : sentence;
  };
}
