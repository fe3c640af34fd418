import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import type { Minutes } from './operations.js';

/** What was approved before and reopened since: its hash stays, with who did what and why. */
export function VersionsCard({ versions }: { versions: Minutes['versions'] }) {
  const { t, i18n } = useTranslation();
  const reopened = versions.filter((each) => each.reopenedOn);
  if (reopened.length === 0) return null;
  const day = (on: string) => formatDay(on, i18n.language);
  return (
    <Section title={t('minutes.versions')} count={reopened.length}>
      <Stack gap="md">
        {reopened.map((each) => (
          <Stack key={each.number} gap={2}>
            <Text size="sm" fw={550}>{t('minutes.version', { number: each.number })}</Text>
            <Text size="xs" c="gray.7">{t('minutes.approvedBy', { day: day(each.approvedOn), name: each.approvedBy ?? '…' })}</Text>
            <Text size="xs" c="gray.7">{t('minutes.reopenedBy', { day: day(each.reopenedOn!), name: each.reopenedBy ?? '…', reason: each.reopenedReason })}</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{each.contentHash}</Code>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
