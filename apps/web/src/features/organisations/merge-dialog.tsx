import { Alert, Badge, Button, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { PROBLEM_CODES, problem } from '@tejido/domain/error.js';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOrganisations } from '../../app/pickers/find-organisations.js';
import { errorText, problemText } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import type { PreviewMergeQuery } from '../../gql/graphql.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { Loaded, LoadingState } from '../../ui/states.js';
import { MergeOrganisations, PreviewMerge } from './operations.js';

/** Merges this record into another: shows every row that will move before anything does. */
export function MergeDialog({ duplicate, onClose }: { duplicate: { id: string; version: number; name: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [survivor, setSurvivor] = useState<PickOption[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const survivorId = survivor[0]?.id ?? '';
  const preview = useApiQuery(PreviewMerge, { survivorId, duplicateId: duplicate.id }, { enabled: survivorId !== '' });
  const merge = useApiMutation(MergeOrganisations, { onDone: ({ mergeOrganisations }) => {
    notifications.show({ color: 'green', message: t('organisations.merged') });
    void navigate({ to: '/organizaciones/$id', params: { id: mergeOrganisations.id } });
  } });
  const possible = survivorId !== '' && preview.data?.mergePreview?.refusals.length === 0;
  const find = async (text: string) => (await findOrganisations(text)).filter(({ id }) => id !== duplicate.id);
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('organisations.mergeTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <Text size="sm">{t('organisations.mergeIntro', { name: duplicate.name })}</Text>
        <PickOrCreate label={t('organisations.mergePick')} required max={1} value={survivor} onChange={setSurvivor} find={find} />
        {survivorId !== '' && (
          <Loaded query={preview} message={(error) => errorText(t, error)} loading={<LoadingState rows={3} />}>
            {({ mergePreview }) => (mergePreview ? <Preview preview={mergePreview} /> : <Alert color="red">{t('errors.codes.NOT_FOUND')}</Alert>)}
          </Loaded>
        )}
        {refusal && <Alert color="red" role="alert">{refusal}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button disabled={!possible} loading={merge.isPending}
            onClick={() => merge.mutate({ survivorId, duplicateId: duplicate.id, version: duplicate.version }, { onError: (error) => setRefusal(errorText(t, error)) })}>{t('organisations.mergeDo')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ preview: { rows, refusals } }: { preview: NonNullable<PreviewMergeQuery['mergePreview']> }) {
  const { t } = useTranslation();
  if (refusals.length > 0) {
    const codes = PROBLEM_CODES.filter((code) => refusals.includes(code));
    return <Alert color="red" role="alert">{codes.map((code) => problemText(t, problem('', code))).join(' ')}</Alert>;
  }
  if (rows.length === 0) return <Text size="sm" c="gray.7">{t('organisations.mergeNothing')}</Text>;
  return (
    <div>
      <Text size="sm" fw={550} mb={6}>{t('organisations.mergeRows', { count: rows.length })}</Text>
      <ScrollArea.Autosize mah={280}>
        <Table>
          <Table.Tbody>{rows.map((row, at) => (
            <Table.Tr key={at}>
              <Table.Td w={130} c="gray.7">{t(`organisations.mergeKinds.${row.kind as 'agreement'}`)}</Table.Td>
              <Table.Td>{row.label}</Table.Td>
              <Table.Td ta="right">{row.alreadyThere && <Badge color="gray">{t('organisations.alreadyThere')}</Badge>}</Table.Td>
            </Table.Tr>
          ))}</Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </div>
  );
}
