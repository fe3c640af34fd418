import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { useDraft } from '../../ui/use-draft.js';
import { AddActivityEvidence, AddAgreementEvidence, type Proven } from './operations.js';

const EMPTY = { title: '', address: '', archiveReference: '' };

/** Evidence that is no file: where it was published, or where it is archived. */
export function AddressForm({ proven: { kind, id }, onDone }: { proven: Proven; onDone: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft<typeof EMPTY>(`${kind}.${id}.evidence`);
  const form = useForm({ initialValues: draft.restored ?? EMPTY, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const close = () => { draft.forget(); onDone(); };
  const toAgreement = useApiMutation(AddAgreementEvidence, { onDone: close });
  const toActivity = useApiMutation(AddActivityEvidence, { onDone: close });
  const add = kind === 'agreement' ? toAgreement : toActivity;
  const submit = form.onSubmit(({ title, address, archiveReference }) => {
    problems.clear();
    add.mutate({ id, input: { title, address: address || null, archiveReference: archiveReference || null } }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('evidence.document')} placeholder={t('evidence.documentHint')} required autoFocus {...form.getInputProps('title')} />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput miw={200} type="url" label={t('evidence.address')} placeholder="https://" {...form.getInputProps('address')} />
          <TextInput miw={200} label={t('evidence.archive')} {...form.getInputProps('archiveReference')} />
        </Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit" loading={add.isPending}>{t('evidence.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
