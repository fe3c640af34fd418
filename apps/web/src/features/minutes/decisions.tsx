import { ActionIcon, Box, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconGavel, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useDraft } from '../../ui/use-draft.js';
import { AmendDecision, RecordDecision, RemoveDecision, type Decision, type MinutesSection } from './operations.js';

interface DecisionsProps { section: MinutesSection; writable: boolean; country: string | null }
type Readers = 'all' | 'country' | 'secretariat';

/** What was decided at this point, numbered over the whole minutes. */
export function Decisions({ section, writable, country }: DecisionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null); // a decision's id, or 'new'
  if (section.decisions.length === 0 && !writable) return null;
  return (
    <Stack gap={6} role="group" aria-label={t('minutes.decisions')}>
      {section.decisions.length > 0 && <Text size="sm" fw={600}>{t('minutes.decisions')}</Text>}
      {section.decisions.map((each) => (open === each.id
        ? <DecisionForm key={each.id} section={section} decision={each} country={country} onClose={() => setOpen(null)} />
        : <DecisionRow key={each.id} decision={each} writable={writable} onAmend={() => setOpen(each.id)} />))}
      {writable && (open === 'new'
        ? <DecisionForm section={section} decision={null} country={country} onClose={() => setOpen(null)} />
        : <Group><Button size="xs" variant="default" leftSection={<IconGavel size={15} />} onClick={() => setOpen('new')}>{t('minutes.addDecision')}</Button></Group>)}
    </Stack>
  );
}

function DecisionRow({ decision, writable, onAmend }: { decision: Decision; writable: boolean; onAmend: () => void }) {
  const { t } = useTranslation();
  const remove = useApiMutation(RemoveDecision);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const name = t('minutes.decisionNumber', { label: decision.label });
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Text size="sm" fw={600} c="anil.8" style={{ whiteSpace: 'nowrap' }}>{name}</Text>
      <Box flex={1} miw={0}><Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{decision.text}</Text></Box>
      {decision.visibility && <StatusBadge size="sm" tone="paused" label={t(`minutes.reserved.${decision.visibility as 'country'}`)} />}
      {writable && (
        <Group gap={2} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={t('minutes.amendNamed', { name })} onClick={onAmend}><IconPencil size={16} /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('common.removeNamed', { name })} loading={remove.isPending}
            onClick={() => remove.mutate({ id: decision.id, version: decision.version }, { onError: failed })}><IconTrash size={16} /></ActionIcon>
        </Group>
      )}
    </Group>
  );
}

function DecisionForm({ section, decision, country, onClose }: { section: MinutesSection; decision: Decision | null; country: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft<{ text: string; readers: Readers }>(`minutes.decision.${decision?.id ?? section.id}`);
  const recorded = { text: decision?.text ?? '', readers: (decision?.visibility ?? section.visibility ?? 'all') as Readers };
  const form = useForm({ initialValues: draft.restored ?? recorded, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const onDone = () => { draft.forget(); onClose(); };
  const record = useApiMutation(RecordDecision, { onDone });
  const amend = useApiMutation(AmendDecision, { onDone });
  const submit = form.onSubmit(({ text, readers }) => {
    problems.clear();
    const input = { text, visibility: readers === 'all' ? null : readers };
    if (decision) amend.mutate({ id: decision.id, version: decision.version, input }, { onError: problems.show });
    else record.mutate({ sectionId: section.id, input }, { onError: problems.show });
  });
  const readers = (['all', ...(country ? ['country' as const] : []), 'secretariat'] as const).filter((each) => !section.visibility || each === section.visibility || each === 'secretariat');
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ProblemSummary text={problems.summary} />
        <Textarea label={t('minutes.decisionText')} autosize minRows={2} autoFocus {...form.getInputProps('text')}
          onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); } }} />
        <Group gap="xs" justify="space-between" align="flex-end">
          <Select size="sm" w={230} label={t('minutes.whoReads')} allowDeselect={false} data={readers.map((each) => ({ value: each, label: t(`minutes.readers.${each}`) }))} {...form.getInputProps('readers')} />
          <Group gap="xs">
            <Button variant="default" onClick={() => { draft.forget(); onClose(); }}>{t('common.cancel')}</Button>
            <Button type="submit" loading={record.isPending || amend.isPending}>{t('minutes.saveDecision')}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
