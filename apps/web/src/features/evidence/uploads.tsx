import { ActionIcon, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NoAnswer } from '../../app/graphql.js';
import { megabytes } from '../../ui/file-drop.js';
import { useRefusalText } from './refusal.js';
import type { UploadList } from './use-uploads.js';

/** Files on their way, with how far they are; one that was refused says why, beside itself. */
export function Uploads({ uploads: { all, retry, dismiss } }: { uploads: UploadList }) {
  const { t } = useTranslation();
  const refusal = useRefusalText();
  return (
    <Stack gap="sm">
      {all.map(({ key, file, share, error }) => (
        <div key={key} role="group" aria-label={file.name}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" fw={550} miw={0} truncate>{file.name} <Text span size="xs" c="gray.7">{megabytes(file.size)}</Text></Text>
            <Group gap={4} wrap="nowrap">
              {error instanceof NoAnswer && <Button size="compact-xs" variant="default" leftSection={<IconRefresh size={13} />} onClick={() => retry(key)}>{t('common.retry')}</Button>}
              <ActionIcon variant="subtle" color="gray" aria-label={t('common.removeNamed', { name: file.name })} onClick={() => dismiss(key)}><IconX size={16} /></ActionIcon>
            </Group>
          </Group>
          {error ? (
            <Group role="alert" gap={6} wrap="nowrap" align="flex-start" c="red.8"><IconAlertTriangle size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} /><Text size="sm">{refusal(error)}</Text></Group>
          ) : (
            <><Progress value={share * 100} size="sm" aria-label={t('evidence.sending', { name: file.name })} /><Text size="xs" c="gray.7">{share < 1 ? `${Math.floor(share * 100)} %` : t('evidence.checking')}</Text></>
          )}
        </div>
      ))}
    </Stack>
  );
}
