import { ActionIcon, Button, Menu, Modal, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { IconArchive, IconCalendarCancel, IconCalendarCheck, IconDots, IconDownload, IconMail, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import type { SeriesScope } from '../../gql/graphql.js';
import type { PlannedMeeting } from './meeting-plan.js';
import { ScopeField } from './repeat-fields.js';

const Archive = graphql(`
  mutation ArchiveMeeting($id: ID!, $version: Int!) { archiveMeeting(id: $id, version: $version) }
`);
const Cancel = graphql(`
  mutation CancelMeeting($id: ID!, $version: Int!, $reason: String!, $scope: SeriesScope) { cancelMeeting(id: $id, version: $version, reason: $reason, scope: $scope) { id } }
`);
const Reinstate = graphql(`
  mutation ReinstateMeeting($id: ID!, $version: Int!) { reinstateMeeting(id: $id, version: $version) { id } }
`);

const InvitationDialog = lazy(() => import('./invitation-dialog.js').then((loaded) => ({ default: loaded.InvitationDialog })));

/** What can be done with a meeting: its file for everybody who sees it, the rest for whoever may change it. */
export function MeetingActions({ meeting }: { meeting: PlannedMeeting }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'archive' | 'cancel' | 'invite' | null>(null);
  const { id, version, title, state } = meeting;
  const close = () => setAsked(null);
  const failed = (error: Error) => { close(); notifications.show({ color: 'red', message: errorText(t, error) }); };
  const archive = useApiMutation(Archive, { onDone: () => { notifications.show({ color: 'teal', message: t('meetings.archived') }); void navigate({ to: '/reuniones' }); } });
  const reinstate = useApiMutation(Reinstate);
  const may = meeting.viewerCan.includes('amend');
  return (
    <>
      {may && <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/reuniones/$id/editar', params: { id } })}>{t('meetings.amend')}</Button>}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target><ActionIcon variant="default" size={34} aria-label={t('common.actions')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={`/api/meetings/${id}/invitation.ics`} download leftSection={<IconDownload size={16} stroke={1.6} />}>{t('calendars.file')}</Menu.Item>
          {may && <Menu.Item leftSection={<IconMail size={16} stroke={1.6} />} onClick={() => setAsked('invite')}>{t('calendars.invite.open')}</Menu.Item>}
          {may && state !== 'cancelled' && <Menu.Item leftSection={<IconCalendarCancel size={16} stroke={1.6} />} onClick={() => setAsked('cancel')}>{t('calendars.cancel.open')}</Menu.Item>}
          {may && state === 'cancelled' && <Menu.Item leftSection={<IconCalendarCheck size={16} stroke={1.6} />} onClick={() => reinstate.mutate({ id, version }, { onError: failed })}>{t('calendars.cancel.reinstate')}</Menu.Item>}
          {may && <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => setAsked('archive')}>{t('meetings.archive')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={asked === 'archive'} title={t('meetings.archiveTitle')} body={t('meetings.archiveBody', { title })} action={t('meetings.archive')} destructive
        busy={archive.isPending} onConfirm={() => archive.mutate({ id, version }, { onError: failed })} onClose={close} />
      {asked === 'cancel' && <CancelDialog meeting={meeting} onFailed={failed} onClose={close} />}
      {asked === 'invite' && <Suspense><InvitationDialog id={id} onClose={close} /></Suspense>}
    </>
  );
}

function CancelDialog({ meeting: { id, version, title, series }, onFailed, onClose }: { meeting: PlannedMeeting; onFailed: (error: Error) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<SeriesScope>('ONE');
  const cancel = useApiMutation(Cancel, { onDone: () => { notifications.show({ color: 'teal', message: t('calendars.cancel.done') }); onClose(); } });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('calendars.cancel.title')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); cancel.mutate({ id, version, reason, scope }, { onError: onFailed }); }}>
        <Stack gap="md">
          <Text size="sm">{t('calendars.cancel.body', { title })}</Text>
          {series.length > 1 && <ScopeField value={scope} onChange={setScope} />}
          <Textarea label={t('calendars.cancel.reason')} autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" color="red.8" loading={cancel.isPending}>{t('calendars.cancel.open')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
