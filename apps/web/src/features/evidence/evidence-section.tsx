import { Button, Stack, Text } from '@mantine/core';
import { LARGEST_FILE } from '@tejido/domain/file-problems.js';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { FileDrop, megabytes } from '../../ui/file-drop.js';
import { Section } from '../../ui/section.js';
import { Loaded, LoadingState } from '../../ui/states.js';
import { AddressForm } from './address-form.js';
import { ENDINGS } from './endings.js';
import { EvidenceItem } from './evidence-item.js';
import { EvidenceOfActivity, EvidenceOfAgreement, type Evidence, type Proven } from './operations.js';
import { Uploads } from './uploads.js';
import { useUploads } from './use-uploads.js';

interface SectionProps { proven: Proven; mayAdd: boolean }

/** What proves an agreement or an activity: files dropped here, official addresses, places in the archive; each verified by a second person. */
export function EvidenceSection({ proven, mayAdd }: SectionProps) {
  return proven.kind === 'agreement' ? <OfAgreement proven={proven} mayAdd={mayAdd} /> : <OfActivity proven={proven} mayAdd={mayAdd} />;
}

function OfAgreement(props: SectionProps) {
  const { t } = useTranslation();
  const query = useApiQuery(EvidenceOfAgreement, { id: props.proven.id });
  return <Loaded query={query} loading={<Loading />} message={(error) => errorText(t, error)}>{({ agreement }) => <Full {...props} evidence={agreement?.evidence ?? []} />}</Loaded>;
}

function OfActivity(props: SectionProps) {
  const { t } = useTranslation();
  const query = useApiQuery(EvidenceOfActivity, { id: props.proven.id });
  return <Loaded query={query} loading={<Loading />} message={(error) => errorText(t, error)}>{({ activity }) => <Full {...props} evidence={activity?.evidence ?? []} />}</Loaded>;
}

function Loading() {
  const { t } = useTranslation();
  return <Section title={t('evidence.title')}><LoadingState rows={2} /></Section>;
}

function Full({ proven, mayAdd, evidence }: SectionProps & { evidence: readonly Evidence[] }) {
  const { t } = useTranslation();
  const [addressing, setAddressing] = useState(false);
  const uploads = useUploads(proven);
  return (
    <Section title={t('evidence.title')} count={evidence.length} intro={t('evidence.rule')}
      actions={mayAdd && !addressing && <Button size="xs" variant="default" leftSection={<IconLink size={14} />} onClick={() => setAddressing(true)}>{t('evidence.addAddress')}</Button>}>
      <Stack gap="md">
        {evidence.length === 0 && <Text size="sm" c="gray.7">{t(`evidence.none.${proven.kind}`)}</Text>}
        {evidence.map((each) => <EvidenceItem key={each.id} evidence={each} mayAdd={mayAdd} />)}
        {addressing && <AddressForm proven={proven} onDone={() => setAddressing(false)} />}
        {mayAdd && (
          <>
            <Uploads uploads={uploads} />
            <FileDrop label={t('evidence.drop')} hint={t('evidence.dropHint', { max: megabytes(LARGEST_FILE) })} endings={ENDINGS} largest={LARGEST_FILE} onFiles={uploads.send} />
          </>
        )}
      </Stack>
    </Section>
  );
}
