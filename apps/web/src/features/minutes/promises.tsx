import { Box, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { DayField } from '../../ui/day-field.js';
import { DayText } from '../../ui/day-text.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { useDraft } from '../../ui/use-draft.js';
import { PromiseInMinutes, type Meeting, type MinutesSection } from './operations.js';

const US = 'us';

/** Who promised what at this point, by when. Kept as commitments, with a life of their own. */
export function Promises({ meeting, section, writable }: { meeting: Meeting; section: MinutesSection; writable: boolean }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  if (section.commitments.length === 0 && !writable) return null;
  return (
    <Stack gap={6} role="group" aria-label={t('minutes.commitments')}>
      {section.commitments.length > 0 && <Text size="sm" fw={600}>{t('minutes.commitments')}</Text>}
      {section.commitments.map((each) => (
        <Box key={each.id}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{each.text}</Text>
          <Text size="xs" c="gray.6" component="div">{whoOwes(each)} · {each.dueOn ? <DayText day={each.dueOn} /> : t('meetings.noDue')}</Text>
        </Box>
      ))}
      {writable && (adding ? <PromiseForm meeting={meeting} section={section} onClose={() => setAdding(false)} />
        : <Group><Button size="xs" variant="default" leftSection={<IconChecklist size={15} />} onClick={() => setAdding(true)}>{t('minutes.addCommitment')}</Button></Group>)}
    </Stack>
  );
}

/** "OIM → CORETT": who owes, and to whom when that is known. */
function whoOwes({ owner, ownerUser, ownerPerson, beneficiary }: MinutesSection['commitments'][number]): string {
  return [(owner && shortName(owner)) ?? ownerPerson?.name ?? ownerUser, beneficiary && shortName(beneficiary)].filter(Boolean).join(' → ');
}

function PromiseForm({ meeting, section, onClose }: { meeting: Meeting; section: MinutesSection; onClose: () => void }) {
  const { t } = useTranslation();
  const empty = { text: '', owner: US, beneficiary: null as string | null, dueOn: null as string | null };
  const draft = useDraft<typeof empty>(`minutes.promise.${section.id}`);
  const form = useForm({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const promise = useApiMutation(PromiseInMinutes, { onDone: () => { draft.forget(); onClose(); } });
  const organisations = [...new Map(meeting.attendees.flatMap(({ organisation }) => (organisation ? [[organisation.id, shortName(organisation)] as const] : [])))]
    .map(([value, label]) => ({ value, label }));
  const submit = form.onSubmit(({ text, owner, beneficiary, dueOn }) => {
    problems.clear();
    const input = { text, ownerOrganisationId: owner === US ? null : owner, beneficiaryOrganisationId: beneficiary, dueOn };
    promise.mutate({ sectionId: section.id, input }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('meetings.commitmentText')} autoFocus {...form.getInputProps('text')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          <Select label={t('meetings.owner')} allowDeselect={false} data={[{ value: US, label: t('meetings.us') }, ...organisations]} {...form.getInputProps('owner')} />
          <Select label={t('minutes.owedTo')} clearable data={organisations} {...form.getInputProps('beneficiary')} />
          <DayField label={t('meetings.due')} value={form.values.dueOn} onChange={(dueOn) => form.setFieldValue('dueOn', dueOn)} error={form.errors['dueOn']} />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => { draft.forget(); onClose(); }}>{t('common.cancel')}</Button>
          <Button type="submit" loading={promise.isPending}>{t('minutes.saveCommitment')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
