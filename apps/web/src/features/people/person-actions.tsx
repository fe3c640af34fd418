import { ActionIcon, Alert, Anchor, Button, List, Menu, Modal, Stack, Text, TextInput, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconAddressBook, IconArchive, IconDots, IconEraser, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Loaded } from '../../ui/states.js';
import { ArchivePerson, ErasePerson, PersonTraces, type Person } from './operations.js';

/** What is seldom done with a person: their data given to them, put away, or erased. */
export function PersonActions({ person: { id, name, version, viewerCan } }: { person: Person }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'archive' | 'erase' | null>(null);
  const close = () => setOpen(null);
  const archive = useApiMutation(ArchivePerson, { onDone: () => { notifications.show({ color: 'green', message: t('people.archived') }); void navigate({ to: '/personas' }); } });
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const [mayArchive, mayExport, mayErase] = (['archive', 'export', 'erase'] as const).map((verb) => viewerCan.includes(verb));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="default" size={36} aria-label={t('people.moreActions')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconAddressBook size={16} />} component="a" href={`/api/contacts/person/${id}`} download>{t('people.card.download')}</Menu.Item>
          <Menu.Item leftSection={<IconAddressBook size={16} />} component="a" href={`/api/contacts/person/${id}?version=3.0`} download>{t('people.card.outlook')}</Menu.Item>
          {mayExport && <Menu.Item leftSection={<IconFileText size={16} />} onClick={() => void navigate({ to: '/personas/$id/datos', params: { id } })}>{t('people.file.open')}</Menu.Item>}
          {mayArchive && <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setOpen('archive')}>{t('people.archive')}</Menu.Item>}
          {mayErase && <Menu.Item color="red.8" leftSection={<IconEraser size={16} />} onClick={() => setOpen('erase')}>{t('people.erase.open')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={open === 'archive'} onClose={close} title={t('people.archiveTitle')} body={t('people.archiveBody', { name })} action={t('people.archive')}
        busy={archive.isPending} onConfirm={() => archive.mutate({ id, version }, { onError: failed, onSettled: close })} />
      {open === 'erase' && <EraseDialog person={{ id, name, version }} onClose={close} />}
    </>
  );
}

/** Erases what is known of somebody: says before what goes, what stays without a name, and which texts somebody has to amend. */
function EraseDialog({ person: { id, name, version }, onClose }: { person: { id: string; name: string; version: number }; onClose: () => void }) {
  const { t } = useTranslation();
  const traces = useApiQuery(PersonTraces, { id });
  const form = useForm({ initialValues: { reason: '' } });
  const problems = useProblems(form);
  const erase = useApiMutation(ErasePerson, { onDone: () => { onClose(); notifications.show({ color: 'green', message: t('people.erase.done') }); } });
  const submit = form.onSubmit(({ reason }) => { problems.clear(); erase.mutate({ id, version, reason }, { onError: problems.show }); });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('people.erase.title', { name })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <Text size="sm">{t('people.erase.body')}</Text>
          <Loaded query={traces} message={(error) => errorText(t, error)}>{({ personTraces }) => (personTraces ? <Traces traces={personTraces} /> : null)}</Loaded>
          <TextInput label={t('people.erase.reason')} description={t('people.erase.reasonHint')} required {...form.getInputProps('reason')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} data-autofocus>{t('common.cancel')}</Button>
            <Button type="submit" color="red.8" loading={erase.isPending}>{t('people.erase.do')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface TracesOf { contactPoints: number; posts: number; history: number; attendances: number; ties: number; texts: readonly { id: string; kind: string; label: string }[] }

const PAGES = { meeting: '/reuniones/$id', commitment: '/compromisos/$id', agreement: '/acuerdos/$id', activity: '/actividades/$id' } as const;

function Traces({ traces: { contactPoints, posts, history, attendances, ties, texts } }: { traces: TracesOf }) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <Text size="sm" fw={600}>{t('people.erase.goes')}</Text>
        <List size="sm">
          <List.Item>{t('people.erase.contactPoints', { count: contactPoints })}</List.Item>
          <List.Item>{t('people.erase.posts', { count: posts })}</List.Item>
          <List.Item>{t('people.erase.history', { count: history })}</List.Item>
        </List>
      </div>
      <div>
        <Text size="sm" fw={600}>{t('people.erase.stays')}</Text>
        <List size="sm">
          <List.Item>{t('people.erase.attendances', { count: attendances })}</List.Item>
          <List.Item>{t('people.erase.ties', { count: ties })}</List.Item>
        </List>
      </div>
      {texts.length > 0 && (
        <Alert color="yellow" variant="light" title={t('people.erase.texts')}>
          {texts.map(({ id, kind, label }) => {
            const to = PAGES[kind as 'meeting'] as string | undefined;
            return <Text key={`${kind} ${id}`} size="sm">{to ? <Anchor size="sm" renderRoot={(props) => <Link {...props} to={to as '/reuniones/$id'} params={{ id }} target="_blank" />}>{label}</Anchor> : label}</Text>;
          })}
        </Alert>
      )}
    </>
  );
}
