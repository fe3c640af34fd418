import { Alert, Box, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../app/graphql.js';
import { errorText, problemText } from '../../app/problems.js';
import { RichText } from '../../ui/rich-text.js';
import type { SaverView } from './section-saver.js';
import type { Choice, SectionText } from './section-text.js';

type Notices = Pick<SaverView, 'state' | 'theirs' | 'conflicts' | 'error' | 'restored'> & { yours: SectionText; onResolve: (choice: Choice) => void };

/** What stands between what was typed and the server, when something does. What was typed stays above, untouched. */
export function SectionNotices({ state, theirs, conflicts, error, restored, yours, onResolve }: Notices) {
  const { t } = useTranslation();
  if (state === 'conflict' && theirs) return <Conflict theirs={theirs} conflicts={conflicts} yours={yours} onResolve={onResolve} />;
  if (state === 'offline') return <Alert color="yellow" icon={<IconCloudOff size={18} />} p="xs">{t('minutes.offlineHint')}</Alert>;
  if (state === 'refused') {
    const why = error instanceof ApiError && error.fields.length > 0 ? error.fields.map((each) => problemText(t, each)).join(' ') : errorText(t, error);
    return <Alert color="red" icon={<IconAlertTriangle size={18} />} p="xs" role="alert">{t('minutes.refusedHint')} {why}</Alert>;
  }
  return restored ? <Text size="xs" c="gray.7">{t('minutes.restored')}</Text> : null;
}

/** Both texts beside each other, field by field; nothing is overwritten before somebody says so. */
function Conflict({ theirs, conflicts, yours, onResolve }: Pick<Notices, 'conflicts' | 'yours' | 'onResolve'> & { theirs: NonNullable<Notices['theirs']> }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="alert" title={theirs.by ? t('minutes.conflictBy', { name: theirs.by }) : t('minutes.conflict')}>
      <Stack gap="sm">
        {conflicts.map((field) => (
          <Box key={field}>
            <Text size="xs" fw={600} mb={4}>{t(`minutes.field.${field}`)}</Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Side label={t('minutes.theirs')} text={theirs.text} field={field} />
              <Side label={t('minutes.yours')} text={yours} field={field} />
            </SimpleGrid>
          </Box>
        ))}
        <Group gap="xs">
          {conflicts.includes('content') && <Button size="xs" onClick={() => onResolve('both')}>{t('minutes.keepBoth')}</Button>}
          <Button size="xs" variant="default" onClick={() => onResolve('yours')}>{t('minutes.keepYours')}</Button>
          <Button size="xs" variant="default" onClick={() => onResolve('theirs')}>{t('minutes.keepTheirs')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Side({ label, text, field }: { label: string; text: SectionText; field: 'title' | 'content' }) {
  return (
    <Box bg="white" p="sm" style={{ borderRadius: 7, border: '1px solid var(--mantine-color-gray-3)', maxHeight: 260, overflowY: 'auto' }}>
      <Text size="xs" c="gray.6" mb={4}>{label}</Text>
      {field === 'title' ? <Text size="sm">{text.title}</Text> : <RichText content={text.content} />}
    </Box>
  );
}
