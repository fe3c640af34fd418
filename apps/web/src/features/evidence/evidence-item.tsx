import { ActionIcon, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileText, IconLink, IconPhoto, IconArchive, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { formatDay } from '../../ui/days.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { Found } from './found.js';
import { RemoveEvidence, type Evidence, type EvidenceState } from './operations.js';
import { useTellRefusal } from './refusal.js';
import { ReplaceDialog } from './replace-dialog.js';
import { Verdict } from './verdict.js';
import { Versions } from './versions.js';

const TONES = { waiting: 'waiting', returned: 'warning', verified: 'good' } satisfies Record<EvidenceState, Tone>;

/** One piece of evidence: where it is found, who added it, what a second person said, and what it was before. */
export function EvidenceItem({ evidence, mayAdd }: { evidence: Evidence; mayAdd: boolean }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState<'replace' | 'remove' | null>(null);
  const tell = useTellRefusal();
  const remove = useApiMutation(RemoveEvidence, { onDone: () => setAsking(null) });
  const everVerified = [evidence, ...evidence.versions].some(({ verifiedOn }) => verifiedOn);
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group flex="1 1 240px" miw={0} gap="sm" wrap="nowrap" align="flex-start">
          <Kind evidence={evidence} />
          <Box miw={0}>
            <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>{evidence.title}</Text>
            <Found {...evidence} />
            <Text size="xs" c="gray.7">{t('evidence.addedBy', { name: evidence.addedBy ?? t('evidence.imported'), day: formatDay(evidence.addedOn, i18n.language) })}</Text>
          </Box>
        </Group>
        <Group gap={4} wrap="nowrap">
          <EvidenceBadge evidence={evidence} />
          {mayAdd && <ActionIcon variant="subtle" color="gray" aria-label={t('evidence.replaceNamed', { name: evidence.title })} title={t('evidence.replace')} onClick={() => setAsking('replace')}><IconRefresh size={16} /></ActionIcon>}
          {mayAdd && !everVerified && <ActionIcon variant="subtle" color="gray" aria-label={t('common.removeNamed', { name: evidence.title })} title={t('common.remove')} onClick={() => setAsking('remove')}><IconTrash size={16} /></ActionIcon>}
        </Group>
      </Group>
      <ReturnedBecause evidence={evidence} onReplace={mayAdd ? () => setAsking('replace') : null} />
      {evidence.canVerify && <Verdict evidence={evidence} />}
      {evidence.state === 'waiting' && evidence.addedByViewer && <Text size="xs" c="gray.7">{t('evidence.own')}</Text>}
      <Versions versions={evidence.versions} />
      {asking === 'replace' && <ReplaceDialog evidence={evidence} onClose={() => setAsking(null)} />}
      <ConfirmDialog opened={asking === 'remove'} destructive busy={remove.isPending} title={t('evidence.removeTitle')} body={t('evidence.removeBody', { name: evidence.title })} action={t('evidence.remove')}
        onConfirm={() => remove.mutate({ id: evidence.id }, { onError: tell })} onClose={() => setAsking(null)} />
    </Stack>
  );
}

export function EvidenceBadge({ evidence: { state, verifiedBy, verifiedOn } }: { evidence: Evidence }) {
  const { t, i18n } = useTranslation();
  const label = state === 'verified' && verifiedBy && verifiedOn ? t('evidence.verifiedBy', { name: verifiedBy, day: formatDay(verifiedOn, i18n.language) }) : t(`evidence.states.${state as EvidenceState}`);
  return <StatusBadge tone={TONES[state as EvidenceState]} label={label} />;
}

/** What the second person missed, and the way on. */
export function ReturnedBecause({ evidence, onReplace }: { evidence: Evidence; onReplace: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  if (!evidence.returnReason || !evidence.returnedOn) return null;
  return (
    <Box p="xs" bg="#fdebdd" style={{ borderRadius: 'var(--mantine-radius-sm)' }}>
      <Text size="xs" c="#8f3a06" fw={600}>{t('evidence.returnedBy', { name: evidence.returnedBy ?? t('evidence.somebody'), day: formatDay(evidence.returnedOn, i18n.language) })}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{evidence.returnReason}</Text>
      {onReplace && <Button mt={6} size="compact-sm" variant="default" onClick={onReplace}>{t('evidence.replace')}</Button>}
    </Box>
  );
}

function Kind({ evidence: { file, address } }: { evidence: Evidence }) {
  const Icon = file ? (file.mediaType.startsWith('image/') ? IconPhoto : IconFileText) : address ? IconLink : IconArchive;
  return <Icon size={20} stroke={1.5} color="var(--mantine-color-gray-6)" aria-hidden style={{ flexShrink: 0, marginTop: 1 }} />;
}
