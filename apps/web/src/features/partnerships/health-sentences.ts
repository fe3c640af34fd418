import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PartnershipQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';

export type Partnership = NonNullable<PartnershipQuery['partnership']>;

/** "4 of 5 commitments kept in 12 months (1 late); 1 overdue by 12 days; 2 to come". */
export function commitmentsSentence(t: TFunction, { due, kept, late, overdue, overdueDays, ahead }: Partnership['commitments']): string {
  const told = due === 0 ? t('partnerships.nothingDue') : `${t('partnerships.kept', { kept, count: due })}${late > 0 ? ` (${t('partnerships.late', { count: late })})` : ''}`;
  return [told, overdueWords(t, overdue, overdueDays ?? 0), ahead > 0 && t('partnerships.ahead', { count: ahead })].filter(Boolean).join('; ') + '.';
}

function overdueWords(t: TFunction, count: number, days: number): string | null {
  if (count === 0) return null;
  if (count > 1) return t('partnerships.overdueMany', { count, days });
  return days === 1 ? t('partnerships.overdueOneDay', { count }) : t('partnerships.overdueOne', { count, days });
}

/** What is said of the agreement after its title. */
export function useAgreementSentence() {
  const { t, i18n } = useTranslation();
  return ({ state, until, days }: Partnership['agreement']): string => {
    const day = until ? formatDay(until, i18n.language) : '';
    switch (state) {
      case 'in_force':
      case 'ending':
        if (!until || days == null) return t('partnerships.inForceOpen');
        return days === 0 ? t('partnerships.endsToday') : t('partnerships.inForceUntil', { day, count: days });
      case 'suspended': return t('partnerships.suspendedNow');
      case 'in_progress': return t('partnerships.underWay');
      case 'ended': return days == null || days >= 0 ? t('partnerships.endedSome') : t('partnerships.endedOn', { day, count: -days });
      default: return t('partnerships.noAgreement');
    }
  };
}
