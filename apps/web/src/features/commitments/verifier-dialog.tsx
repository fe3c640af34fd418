import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ColleagueSelect } from '../../app/pickers/colleague-select.js';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ProblemSummary } from '../../ui/problem-summary.js';

const NameVerifier = graphql(`
  mutation NameVerifier($id: ID!, $version: Int!, $verifierId: ID) { nameVerifier(id: $id, version: $version, verifierId: $verifierId) { id } }
`);

interface Subject { id: string; version: number; text: string; verifier?: { id: string; name: string; active: boolean } | null }

/** Observers read only. */
export const neverVerifies = ({ role }: { role: string }): boolean => role === 'observer';

/** Who is asked to verify it. Whoever was asked and left is replaced here. */
export function VerifierDialog({ commitment: { id, version, text, verifier }, onClose }: { commitment: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ verifierId: string | null }>({ initialValues: { verifierId: verifier?.active ? verifier.id : null } });
  const problems = useProblems(form);
  const save = useApiMutation(NameVerifier, { onDone: () => { notifications.show({ color: 'teal', message: t('commitments.verifierSaved') }); onClose(); } });
  const submit = form.onSubmit(({ verifierId }) => { problems.clear(); save.mutate({ id, version, verifierId }, { onError: problems.show }); });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('commitments.nameVerifier')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">{text}</Text>
          <ProblemSummary text={problems.summary} />
          {verifier && !verifier.active && <Text size="sm" c="gray.7">{t('commitments.verifierLeft', { name: verifier.name })}</Text>}
          <ColleagueSelect label={t('commitments.verifier')} description={t('commitments.verifierHint')} value={form.values.verifierId} without={neverVerifies}
            onChange={(verifierId) => form.setFieldValue('verifierId', verifierId)} error={form.errors['verifierId']} />
          <Group justify="flex-end" gap="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={save.isPending}>{t('common.save')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
