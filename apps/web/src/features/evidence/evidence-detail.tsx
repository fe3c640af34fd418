import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../ui/days.js';
import { ExternalLink } from '../../ui/external-link.js';
import { Section } from '../../ui/section.js';
import { EvidenceBadge, ReturnedBecause } from './evidence-item.js';
import type { Evidence } from './operations.js';
import { FilePreview } from './preview.js';
import { Verdict } from './verdict.js';
import { Versions } from './versions.js';

/** The document itself with what it is to prove, and the two answers of the second person. */
export function EvidenceDetail({ evidence, onBack, onDone }: { evidence: Evidence; onBack: (() => void) | null; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const { title, file, address, archiveReference, proves } = evidence;
  const to = proves.kind === 'agreement' ? '/acuerdos/$id' : '/actividades/$id';
  return (
    <Stack gap="sm" miw={0}>
      {onBack && <div><Button size="compact-sm" variant="subtle" leftSection={<IconArrowLeft size={15} />} onClick={onBack}>{t('evidence.queue.back')}</Button></div>}
      <Section title={title} actions={<EvidenceBadge evidence={evidence} />}>
        <Stack gap="sm">
          <Text size="sm">{t(`evidence.queue.proves.${proves.kind as 'agreement'}`)} <Anchor size="sm" renderRoot={(props) => <Link {...props} to={to as '/acuerdos/$id'} params={{ id: proves.id }} />}>{proves.title}</Anchor></Text>
          <Text size="xs" c="gray.7">{t('evidence.addedBy', { name: evidence.addedBy ?? t('evidence.imported'), day: formatDay(evidence.addedOn, i18n.language) })}</Text>
          {address && <div><Text size="xs" fw={600} c="gray.7">{t('evidence.address')}</Text><ExternalLink href={address} /></div>}
          {archiveReference && <div><Text size="xs" fw={600} c="gray.7">{t('evidence.archive')}</Text><Text size="sm">{archiveReference}</Text></div>}
          <ReturnedBecause evidence={evidence} onReplace={null} />
          {evidence.canVerify && <Verdict evidence={evidence} prominent onDone={onDone} />}
          {evidence.state === 'waiting' && evidence.addedByViewer && <Text size="sm" c="gray.7">{t('evidence.own')}</Text>}
          {file && <FilePreview file={file} height="calc(100vh - 300px)" />}
          <Versions versions={evidence.versions} />
        </Stack>
      </Section>
    </Stack>
  );
}
