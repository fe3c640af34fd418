import { Button, Group, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../app/use-api.js';
import { SendBackEvidence, VerifyEvidence, type Evidence } from './operations.js';
import { useRefusalText, useTellRefusal } from './refusal.js';

/** What the second person can say: it proves what is recorded, or what is missing. */
export function Verdict({ evidence: { id, version, title }, prominent = false, onDone }: { evidence: Evidence; prominent?: boolean; onDone?: () => void }) {
  const { t } = useTranslation();
  const tell = useTellRefusal();
  const [returning, setReturning] = useState(false);
  const verify = useApiMutation(VerifyEvidence, { onDone: () => { notifications.show({ color: 'teal', message: t('evidence.verifiedNow', { name: title }) }); onDone?.(); } });
  if (returning) return <ReturnForm id={id} version={version} onCancel={() => setReturning(false)} onDone={onDone} />;
  return (
    <Group gap="xs" justify="flex-end">
      <Button size={prominent ? 'sm' : 'compact-sm'} variant="default" onClick={() => setReturning(true)}>{t('evidence.sendBack')}</Button>
      <Button size={prominent ? 'sm' : 'compact-sm'} variant={prominent ? 'filled' : 'default'} leftSection={<IconCheck size={15} />} loading={verify.isPending}
        onClick={() => verify.mutate({ id, version }, { onError: tell })}>{t('evidence.verify')}</Button>
    </Group>
  );
}

function ReturnForm({ id, version, onCancel, onDone }: { id: string; version: number; onCancel: () => void; onDone?: () => void }) {
  const { t } = useTranslation();
  const refusal = useRefusalText();
  const [reason, setReason] = useState('');
  const sendBack = useApiMutation(SendBackEvidence, { onDone: () => { notifications.show({ color: 'teal', message: t('evidence.sentBack') }); onCancel(); onDone?.(); } });
  return (
    <form onSubmit={(event) => { event.preventDefault(); sendBack.mutate({ id, version, reason }); }}>
      <Stack gap="xs">
        <Textarea label={t('evidence.reason')} description={t('evidence.reasonHint')} autosize minRows={2} required data-autofocus autoFocus value={reason} maxLength={1000}
          onChange={(event) => setReason(event.currentTarget.value)} error={sendBack.error && refusal(sendBack.error)} />
        <Group gap="xs" justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={onCancel}>{t('common.cancel')}</Button>
          <Button size="compact-sm" type="submit" loading={sendBack.isPending}>{t('evidence.sendBack')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
