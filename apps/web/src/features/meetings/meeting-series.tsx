import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { PlannedMeeting } from './meeting-plan.js';
import { MoreButton } from './more-button.js';
import { formatSpan } from './meeting-span.js';

const TONES = { planned: 'waiting', held: 'good', cancelled: 'bad' } as const satisfies Record<string, Tone>;
const SHOWN = 8;

/** The other dates of the series: those around this one first. */
export function MeetingSeries({ meeting: { id, series, allDay, timeZone } }: { meeting: PlannedMeeting }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  if (series.length < 2) return null;
  const here = series.findIndex((each) => each.id === id);
  const from = Math.max(0, Math.min(here - 2, series.length - SHOWN));
  const shown = all ? series : series.slice(from, from + SHOWN);
  return (
    <Section title={t('calendars.seriesTitle')} count={series.length}>
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((each) => {
          const when = formatSpan({ startsAt: each.startsAt, endsAt: null, allDay, timeZone }, i18n.language, t('calendars.allDay'));
          return (
            <Group key={each.id} component="li" justify="space-between" gap="xs" wrap="nowrap">
              {each.id === id ? <Text size="sm" fw={600} aria-current="page">{when}</Text> : <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: each.id }} />}>{when}</Anchor>}
              <Group gap={6} wrap="nowrap">
                {each.moved && <Text size="xs" c="gray.7">{t('calendars.moved')}</Text>}
                <StatusBadge size="sm" tone={TONES[each.state as keyof typeof TONES]} label={t(`calendars.state.${each.state as keyof typeof TONES}`)} />
              </Group>
            </Group>
          );
        })}
      </Stack>
      {shown.length < series.length && <MoreButton onClick={() => setAll(true)}>{t('calendars.allDates', { count: series.length })}</MoreButton>}
    </Section>
  );
}
