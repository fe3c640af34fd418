import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconCalendarEvent, IconChecklist, IconFileCheck, IconFilePlus, IconFileX, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Status } from '@tejido/domain/agreement-status.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { formatDay } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { Timeline } from '../../ui/timeline.js';
import type { Organisation } from './operations.js';

const TONE = { prospect: 'idle', negotiating: 'progress', awaiting_signatures: 'waiting', in_force: 'good', suspended: 'paused', expired: 'over', terminated: 'bad' } as const satisfies Record<Status, Tone>;

/** Its instruments and those of its offices, each with its derived status. */
export function AgreementsSection({ organisation: { id, agreements } }: { organisation: Organisation }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const navigate = useNavigate();
  const may = useMay('agreement.register');
  return (
    <Section title={t('organisations.agreements')} count={agreements.length}
      actions={may && <Button size="compact-sm" variant="subtle" leftSection={<IconFilePlus size={15} />} onClick={() => void navigate({ to: '/acuerdos/nuevo', search: { with: id } as never })}>{t('organisations.registerAgreement')}</Button>}>
      {agreements.length === 0 && <Text size="sm" c="gray.7">{t('organisations.agreementsEmpty')}</Text>}
      <Stack gap="sm">{agreements.map((each) => (
        <Group key={each.id} justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: each.id }} />}>{each.title}</Anchor>
            <Text size="xs" c="gray.7">{[label('agreement_kind', each.kind), each.effectiveTo && t('organisations.agreementsUntil', { day: formatDay(each.effectiveTo, i18n.language) })].filter(Boolean).join(' · ')}</Text>
          </div>
          <StatusBadge tone={TONE[each.status as Status]} label={t(`agreements.status.${each.status as Status}`)} />
        </Group>
      ))}</Stack>
    </Section>
  );
}

const ICONS = { meeting: IconCalendarEvent, agreement_in_force: IconFileCheck, agreement_ended: IconFileX, activity: IconSparkles, commitment_made: IconChecklist, commitment_due: IconChecklist } as const;
type EventKind = keyof typeof ICONS;
const placeOf = (kind: EventKind, id: string) => ({
  meeting: `/reuniones/${id}`, agreement_in_force: `/acuerdos/${id}`, agreement_ended: `/acuerdos/${id}`, activity: `/actividades/${id}`,
  commitment_made: `/compromisos/${id}`, commitment_due: `/compromisos/${id}`,
} satisfies Record<EventKind, string>)[kind];

/** What happened with it, latest first; each leads to its page. */
export function TimelineSection({ organisation: { timeline } }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const events = timeline.map(({ kind, id, day, title }) => ({
    id: `${kind} ${id}`, day: day ?? null, kind: t(`organisations.event.${kind as EventKind}`), icon: ICONS[kind as EventKind],
    title: <Anchor size="sm" renderRoot={(props) => <Link {...props} to={placeOf(kind as EventKind, id) as string} />}>{title}</Anchor>,
  }));
  return (
    <Section title={t('organisations.timeline')}>
      {events.length === 0 ? <Text size="sm" c="gray.7">{t('organisations.timelineEmpty')}</Text> : <Timeline events={events} />}
    </Section>
  );
}
