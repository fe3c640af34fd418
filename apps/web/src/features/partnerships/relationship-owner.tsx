import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColleagueSelect } from '../../app/pickers/colleague-select.js';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import type { Partnership } from './health-sentences.js';

const EntrustRelationship = graphql(`
  mutation EntrustRelationship($id: ID!, $version: Int!, $ownerId: ID) { amendOrganisation(id: $id, version: $version, input: { relationshipOwnerId: $ownerId }) { id } }
`);

/** Who of us looks after the relationship, and the way to entrust it to somebody else. */
export function RelationshipOwner({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const { owner, viewerCan } = partnership;
  return (
    <Group gap={8}>
      <Text size="sm" c={owner ? undefined : 'gray.7'}>{owner ? (owner.active ? owner.name : t('partnerships.ownerLeft', { name: owner.name })) : t('partnerships.nobody')}</Text>
      {viewerCan.includes('amend') && <Anchor component="button" type="button" size="sm" aria-label={t('partnerships.ownerTitle')} onClick={() => setChoosing(true)}>{t(owner ? 'partnerships.change' : 'partnerships.assign')}</Anchor>}
      {choosing && <OwnerDialog partnership={partnership} onClose={() => setChoosing(false)} />}
    </Group>
  );
}

function OwnerDialog({ partnership: { id, version, owner }, onClose }: { partnership: Partnership; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ relationshipOwnerId: string | null }>({ initialValues: { relationshipOwnerId: owner?.active ? owner.id : null } });
  const problems = useProblems(form);
  const save = useApiMutation(EntrustRelationship, { onDone: () => { notifications.show({ color: 'teal', message: t('partnerships.ownerSaved') }); onClose(); } });
  const submit = form.onSubmit(({ relationshipOwnerId }) => { problems.clear(); save.mutate({ id, version, ownerId: relationshipOwnerId }, { onError: problems.show }); });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('partnerships.ownerTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <ColleagueSelect label={t('partnerships.owner')} description={t('partnerships.ownerHint')} value={form.values.relationshipOwnerId} without={({ role }) => role === 'observer'}
            onChange={(chosen) => form.setFieldValue('relationshipOwnerId', chosen)} error={form.errors['relationshipOwnerId']} />
          <Group justify="flex-end" gap="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={save.isPending}>{t('common.save')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
