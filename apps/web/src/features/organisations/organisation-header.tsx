import { ActionIcon, Alert, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconArchive, IconArrowMerge, IconCircleCheck, IconDots, IconPencil, IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLogMeeting } from '../../app/log-meeting.js';
import { fullName, longName } from '../../app/organisation-names.js';
import { organisationOption } from '../../app/pickers/find-organisations.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useApiMutation } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { formatDay } from '../../ui/days.js';
import { FreshnessLight, type Freshness } from '../../ui/light.js';
import { PageHeader } from '../../ui/page-header.js';
import { AllianceBadge } from './alliance-badge.js';
import { MergeDialog } from './merge-dialog.js';
import { ArchiveOrganisation, ConfirmOrganisation, UndoMerge, type Organisation } from './operations.js';

const LIGHT: Record<string, Freshness> = { fresh: 'fresh', ageing: 'ageing', stale: 'outdated', never: 'unconfirmed' };

const useFailed = () => {
  const { t } = useTranslation();
  return (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
};

/** Its names, its state, and what can be done with it. */
export function OrganisationHeader({ organisation }: { organisation: Organisation }) {
  const { t, i18n } = useTranslation();
  const name = fullName(organisation);
  const otherName = [organisation.name, organisation.nameEn].find((each) => each && each !== name);
  return (
    <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones" />}>{t('organisations.title')}</Anchor>}
      title={longName(organisation)}
      intro={<>
        {otherName && <Text size="sm" c="gray.7" lang={otherName === organisation.nameEn ? 'en' : 'es'}>{otherName}</Text>}
        <Group gap={6} mt={8}>
          {organisation.standing === 'external' ? <AllianceBadge alliance={organisation.alliance} /> : <Text size="sm" fw={550}>{t(`organisations.standings.${organisation.standing as 'member'}`)}</Text>}
          <FreshnessLight freshness={LIGHT[organisation.freshness] ?? 'unconfirmed'} />
          {organisation.lastConfirmedOn && <Text size="xs" c="gray.7">{t('organisations.confirmedOn', { day: formatDay(organisation.lastConfirmedOn, i18n.language) })}</Text>}
        </Group>
      </>}
      actions={<Actions organisation={organisation} />} />
  );
}

function Actions({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const logMeeting = useLogMeeting();
  const mayLog = useMay('meeting.log');
  const failed = useFailed();
  const confirm = useApiMutation(ConfirmOrganisation, { onDone: () => notifications.show({ color: 'green', message: t('organisations.confirmedToday') }) });
  const { id, version, viewerCan } = organisation;
  const mayAmend = viewerCan.includes('amend');
  return (
    <>
      {mayAmend && (
        <Button variant="default" leftSection={<IconCircleCheck size={16} />} loading={confirm.isPending} onClick={() => confirm.mutate({ id, version }, { onError: failed })}>{t('organisations.confirm')}</Button>
      )}
      {mayAmend && <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/organizaciones/$id/editar', params: { id } })}>{t('organisations.amend')}</Button>}
      {logMeeting && mayLog && <Button onClick={() => logMeeting(organisationOption(organisation))}>{t('organisations.logMeeting')}</Button>}
      <More organisation={organisation} />
    </>
  );
}

function More({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const failed = useFailed();
  const mayRegisterAgreement = useMay('agreement.register');
  const [open, setOpen] = useState<'archive' | 'merge' | null>(null);
  const close = () => setOpen(null);
  const archive = useApiMutation(ArchiveOrganisation, { onDone: () => { notifications.show({ color: 'green', message: t('organisations.archived') }); void navigate({ to: '/organizaciones' }); } });
  const { id, version, viewerCan, standing } = organisation;
  const [mayArchive, mayMerge] = [viewerCan.includes('archive') && standing !== 'coalition', viewerCan.includes('merge') && standing !== 'coalition'];
  if (!mayArchive && !mayMerge && !mayRegisterAgreement) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="default" size={36} aria-label={t('organisations.moreActions')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {mayRegisterAgreement && <Menu.Item leftSection={<IconFilePlus size={16} />} onClick={() => void navigate({ to: '/acuerdos/nuevo', search: { with: id } as never })}>{t('organisations.registerAgreement')}</Menu.Item>}
          {mayMerge && <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => setOpen('merge')}>{t('organisations.merge')}</Menu.Item>}
          {mayArchive && <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => setOpen('archive')}>{t('organisations.archive')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={open === 'archive'} onClose={close} title={t('organisations.archiveTitle')} body={t('organisations.archiveBody')} action={t('organisations.archive')}
        busy={archive.isPending} onConfirm={() => archive.mutate({ id, version }, { onError: failed, onSettled: close })} />
      {open === 'merge' && <MergeDialog duplicate={{ id, version, name: fullName(organisation) }} onClose={close} />}
    </>
  );
}

/** What was merged into it, with the way back. */
export function MergesNotice({ organisation: { merges } }: { organisation: Organisation }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const failed = useFailed();
  const [chosen, setChosen] = useState<Organisation['merges'][number] | null>(null);
  const undo = useApiMutation(UndoMerge, { onDone: ({ undoMerge }) => { notifications.show({ color: 'green', message: t('organisations.unmerged') }); void navigate({ to: '/organizaciones/$id', params: { id: undoMerge.id } }); } });
  if (merges.length === 0) return null;
  return (
    <Alert color="gray" variant="light" mb="lg" py={8} icon={<IconArrowMerge size={18} />}>
      {merges.map((each) => (
        <Text key={each.id} size="sm">
          {t('organisations.mergedFrom', { name: each.name, day: formatDay(each.mergedOn, i18n.language) })}{' '}
          <Anchor component="button" size="sm" onClick={() => setChosen(each)}>{t('organisations.undoMerge')}</Anchor>
        </Text>
      ))}
      <ConfirmDialog opened={chosen !== null} onClose={() => setChosen(null)} title={t('organisations.undoMergeTitle')} body={t('organisations.undoMergeBody', { name: chosen?.name })}
        action={t('organisations.undoMerge')} busy={undo.isPending} onConfirm={() => chosen && undo.mutate({ id: chosen.id }, { onError: failed, onSettled: () => setChosen(null) })} />
    </Alert>
  );
}
