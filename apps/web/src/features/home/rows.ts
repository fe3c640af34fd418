import { useTranslation } from 'react-i18next';
import { longName, shortName, type Named } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { titleOf } from '../../app/titles.js';
import type { HomeQuery } from '../../gql/graphql.js';
import { countryName } from '../../ui/countries.js';
import { formatDay, relativeDay, today } from '../../ui/days.js';
import type { Row } from './listed.js';

type Commitment = NonNullable<HomeQuery['overdue']>['nodes'][number];
interface Meeting { id: string; title: string; startsAt: string; placeCountry?: string | null }

/** How the records of each list are told in a row. */
export function useRows() {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const now = today();
  const far = (day: string) => relativeDay(day, now, i18n.language);
  const on = (day: string) => formatDay(day, i18n.language);

  const commitment = (each: Commitment): Row => {
    const owner = each.owner ? shortName(each.owner) : (each.ownerPerson?.name ?? each.ownerUser ?? null);
    const to = each.beneficiary ? shortName(each.beneficiary) : null;
    return {
      id: each.id, title: each.text, late: !!each.dueOn && each.dueOn < now, aside: each.dueOn ? far(each.dueOn) : null,
      detail: [owner && to ? t('home.owesTo', { owner, to }) : owner && t('home.owes', { owner }), each.meetingTitle].filter(Boolean).join(' · '),
      place: { to: '/compromisos/$id', params: { id: each.id } },
    };
  };
  const meeting = (each: Meeting): Row => {
    const day = each.startsAt.slice(0, 10);
    return {
      id: each.id, title: each.title, aside: far(day), place: { to: '/reuniones/$id', params: { id: each.id } },
      detail: [on(day), each.placeCountry && countryName(each.placeCountry, i18n.language)].filter(Boolean).join(' · '),
    };
  };
  const expiring = (each: { id: string; title: string; titleEn?: string | null; effectiveTo?: string | null }): Row => ({
    id: each.id, title: titleOf(each), aside: each.effectiveTo && far(each.effectiveTo), detail: each.effectiveTo && t('home.until', { day: on(each.effectiveTo) }),
    place: { to: '/acuerdos/$id', params: { id: each.id } },
  });
  const evidence = (each: { id: string; title: string; addedOn: string; returnReason?: string | null; proves: { kind: string; title: string } }, state?: 'returned'): Row => ({
    id: each.id, title: each.title, detail: each.returnReason ?? `${t(`home.kind.${each.proves.kind as 'agreement'}`)}: ${each.proves.title}`, aside: far(each.addedOn),
    place: { to: '/evidencia', search: { open: each.id, ...(state ? { state, mine: true } : {}) } as never },
  });
  const partner = (each: Named & { id: string; audience?: string | null }): Row => ({
    id: each.id, title: longName(each), detail: label('audience', each.audience), place: { to: '/organizaciones/$id', params: { id: each.id } },
  });
  const cooling = (each: Named & { id: string; lastContactOn?: string | null }): Row => ({
    id: each.id, title: longName(each), detail: each.lastContactOn && t('home.lastContact', { day: on(each.lastContactOn) }), aside: each.lastContactOn && far(each.lastContactOn),
    place: { to: '/organizaciones/$id', params: { id: each.id } },
  });
  return { commitment, meeting, expiring, evidence, partner, cooling };
}
