import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { IconArchive, IconBan, IconCheck, IconDots, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, problemText } from '../../app/problems.js';
import { ApiError } from '../../app/graphql.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { today } from '../../ui/days.js';

const Complete = graphql(`
  mutation CompleteActivity($id: ID!, $version: Int!, $endsOn: Day!) { completeActivity(id: $id, version: $version, endsOn: $endsOn) { id } }
`);
const Cancel = graphql(`
  mutation CancelActivity($id: ID!, $version: Int!) { cancelActivity(id: $id, version: $version) { id } }
`);
const Archive = graphql(`
  mutation ArchiveActivity($id: ID!, $version: Int!) { archiveActivity(id: $id, version: $version) }
`);

interface Subject { id: string; version: number; title: string; status: string; startsOn: string | null; endsOn: string | null; parts: number }

/** What can be done to an activity as a whole. */
export function ActivityActions({ activity }: { activity: Subject }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'complete' | 'cancel' | 'archive' | null>(null);
  const open = activity.status === 'planned' || activity.status === 'under_way';
  const close = () => setAsked(null);
  return (
    <Group gap="xs">
      {open && <Button leftSection={<IconCheck size={16} />} onClick={() => setAsked('complete')}>{t('activities.complete')}</Button>}
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/actividades/$id/editar', params: { id: activity.id } })}>{t('activities.amend')}</Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target><ActionIcon variant="default" size={34} aria-label={t('common.actions')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {open && <Menu.Item leftSection={<IconBan size={16} stroke={1.6} />} onClick={() => setAsked('cancel')}>{t('activities.cancel')}</Menu.Item>}
          <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => setAsked('archive')}>{t('activities.archive')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CompleteDialog key={asked} opened={asked === 'complete'} activity={activity} onClose={close} />
      <CancelDialog opened={asked === 'cancel'} activity={activity} onClose={close} />
      <ArchiveDialog opened={asked === 'archive'} activity={activity} onClose={close} />
    </Group>
  );
}

interface DialogProps { opened: boolean; activity: Subject; onClose: () => void }

function CompleteDialog({ opened, activity, onClose }: DialogProps) {
  const { t } = useTranslation();
  const known = activity.endsOn && activity.endsOn <= today() ? activity.endsOn : today();
  const [day, setDay] = useState<string | null>(known);
  const [problem, setProblem] = useState<string | null>(null);
  const complete = useApiMutation(Complete, { onDone: () => { notifications.show({ color: 'teal', message: t('activities.completed') }); onClose(); } });
  const failed = (error: Error) => {
    const field = error instanceof ApiError ? error.fields.find(({ path }) => path === 'endsOn') : undefined;
    setProblem(field ? problemText(t, field) : errorText(t, error));
  };
  const submit = () => day && complete.mutate({ id: activity.id, version: activity.version, endsOn: day }, { onError: failed });
  return (
    <Modal opened={opened} onClose={onClose} size="sm" title={<Text fw={600}>{t('activities.completeTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate>
        <Stack gap="md">
          <Text size="sm">{t('activities.completeBody')}</Text>
          <DayField label={t('activities.endsOn')} required value={day} onChange={(chosen) => { setDay(chosen); setProblem(null); }} error={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" disabled={!day} loading={complete.isPending}>{t('activities.complete')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function CancelDialog({ opened, activity: { id, version }, onClose }: DialogProps) {
  const { t } = useTranslation();
  const cancel = useApiMutation(Cancel, { onDone: () => { notifications.show({ color: 'teal', message: t('activities.cancelled') }); onClose(); } });
  const failed = (error: Error) => { notifications.show({ color: 'red', message: errorText(t, error) }); onClose(); };
  return (
    <ConfirmDialog opened={opened} title={t('activities.cancelTitle')} body={t('activities.cancelBody')} action={t('activities.cancel')} destructive
      busy={cancel.isPending} onConfirm={() => cancel.mutate({ id, version }, { onError: failed })} onClose={onClose} />
  );
}

function ArchiveDialog({ opened, activity: { id, version, title, parts }, onClose }: DialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const archive = useApiMutation(Archive, { onDone: () => { notifications.show({ color: 'teal', message: t('activities.archived') }); void navigate({ to: '/actividades' }); } });
  const failed = (error: Error) => { notifications.show({ color: 'red', message: parts > 0 ? t('activities.archiveParts') : errorText(t, error) }); onClose(); };
  return (
    <ConfirmDialog opened={opened} title={t('activities.archiveTitle')} body={t('activities.archiveBody', { title })} action={t('activities.archive')} destructive
      busy={archive.isPending} onConfirm={() => archive.mutate({ id, version }, { onError: failed })} onClose={onClose} />
  );
}
