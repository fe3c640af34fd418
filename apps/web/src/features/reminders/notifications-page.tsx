import { ActionIcon, Anchor, Button, Group, SegmentedControl, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconBellCheck, IconBuildingCommunity, IconCalendarEvent, IconChecks, IconFileCertificate, IconListCheck, IconMail, IconMailOpened, IconShieldCheck } from '@tabler/icons-react';
import type { ReminderKind } from '@tejido/domain/reminders.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiPages } from '../../app/use-api.js';
import { formatDay, relativeDay, today } from '../../ui/days.js';
import { Facet, FilterBar } from '../../ui/facets.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import classes from './notifications-page.module.css';
import { MarkAllNotifications, MarkNotification, Notifications, UnreadNotifications, type Notification } from './operations.js';

const ICONS = {
  commitment_due: IconListCheck, commitment_to_verify: IconListCheck, agreement_expiring: IconFileCertificate, minutes_to_circulate: IconCalendarEvent, minutes_to_approve: IconCalendarEvent,
  evidence_to_verify: IconShieldCheck, organisation_to_confirm: IconBuildingCommunity,
} satisfies Record<ReminderKind, typeof IconListCheck>;

const PAGES = {
  agreement: '/acuerdos/$id', commitment: '/compromisos/$id', meeting: '/reuniones/$id', activity: '/actividades/$id', organisation: '/organizaciones/$id',
} as const;

export interface NotificationsSearch { all?: boolean; kind?: string[] }

/** What waits for the viewer, the most urgent first; opening one marks it read. */
export function NotificationsPage({ search, onSearch }: { search: NotificationsSearch; onSearch: (search: NotificationsSearch) => void }) {
  const { t } = useTranslation();
  const query = useApiPages(Notifications, { filter: { unread: !search.all, kind: search.kind ?? null }, after: null as string | null },
    { next: (page) => (page.notifications.hasMore ? page.notifications.endCursor : null), withCursor: (variables, after) => ({ ...variables, after }), keepPrevious: true });
  const first = query.data?.pages[0]?.notifications;
  const kinds = first?.facets.find((facet) => facet.name === 'kind')?.values ?? [];
  const markAll = useApiMutation(MarkAllNotifications, { invalidate: [Notifications, UnreadNotifications] });
  return (
    <>
      <PageHeader title={t('reminders.title')} intro={<>{t('reminders.intro')} <Anchor inherit renderRoot={(props) => <Link {...props} to="/ajustes" />}>{t('reminders.change')}</Anchor></>}
        actions={!search.all && (first?.total ?? 0) > 0 && <Button variant="default" leftSection={<IconChecks size={16} />} loading={markAll.isPending} onClick={() => markAll.mutate({})}>{t('reminders.markAll')}</Button>} />
      <Group mb="sm">
        <SegmentedControl aria-label={t('reminders.which')} value={search.all ? 'all' : 'unread'} onChange={(which) => onSearch({ ...search, all: which === 'all' || undefined })}
          data={[{ value: 'unread', label: t('reminders.unread') }, { value: 'all', label: t('reminders.all') }]} />
      </Group>
      <FilterBar facets={<Facet label={t('reminders.kindLabel')} value={search.kind ?? []} onChange={(values) => onSearch({ ...search, kind: values.length > 0 ? values : undefined })}
        options={kinds.map(({ value, count }) => ({ value, count, label: t(`reminders.kind.${value as ReminderKind}`) }))} />}>
        <Section flush>
          <Loaded query={{ ...query, data: query.data }} message={(error) => errorText(t, error)}>
            {(data) => {
              const rows = data.pages.flatMap((page) => page.notifications.nodes);
              if (rows.length === 0) return <EmptyState icon={IconBellCheck} title={t(search.all ? 'reminders.emptyTitle' : 'reminders.noneUnreadTitle')} body={t(search.all ? 'reminders.emptyBody' : 'reminders.noneUnreadBody')} />;
              return <List rows={rows} total={first!.total} more={query.hasNextPage ? { loading: query.isFetchingNextPage, ask: () => void query.fetchNextPage() } : null} />;
            }}
          </Loaded>
        </Section>
      </FilterBar>
    </>
  );
}

interface ListProps { rows: readonly Notification[]; total: number; more: { loading: boolean; ask: () => void } | null }

function List({ rows, total, more }: ListProps) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={classes.list} aria-label={t('reminders.title')}>{rows.map((row) => <Row key={row.id} notification={row} />)}</ul>
      <Group justify="center" gap="md" py="sm">
        <Text size="sm" c="gray.6" role="status">{t('common.of', { shown: rows.length, total })}</Text>
        {more && <Button variant="default" size="xs" loading={more.loading} onClick={more.ask}>{t('common.more')}</Button>}
      </Group>
    </>
  );
}

function Row({ notification: { id, kind, threshold, dueOn, readAt, subjectTable, subjectId, label: title, labelEn } }: { notification: Notification }) {
  const { t, i18n } = useTranslation();
  const mark = useApiMutation(MarkNotification, { invalidate: [Notifications, UnreadNotifications] });
  const unread = readAt == null;
  const label = (i18n.language === 'en' && labelEn) || title;
  const late = threshold === -1;
  const Icon = ICONS[kind as ReminderKind];
  const verb = t(unread ? 'reminders.markRead' : 'reminders.markUnread', { label });
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <Icon size={20} stroke={1.6} className={classes.icon} aria-hidden />
      <div className={classes.main}>
        <Link className={classes.label} to={PAGES[subjectTable as keyof typeof PAGES]} params={{ id: subjectId }} onClick={() => { if (unread) mark.mutate({ id, read: true }); }}>
          {unread && <><span className={classes.dot} aria-hidden /><VisuallyHidden>{t('reminders.isNew')}: </VisuallyHidden></>}
          <Text span size="sm" fw={unread ? 600 : 450}>{label}</Text>
        </Link>
        <Text size="xs" c={late ? 'red.8' : 'gray.7'} fw={late ? 600 : 400} mt={2}>
          {late ? t('reminders.overdue') : t(`reminders.kind.${kind as ReminderKind}`)}{dueOn && ` · ${relativeDay(dueOn, today(), i18n.language)} · ${formatDay(dueOn, i18n.language)}`}
        </Text>
      </div>
      <Tooltip label={verb}>
        <ActionIcon variant="subtle" color="gray" aria-label={verb} loading={mark.isPending} onClick={() => mark.mutate({ id, read: unread })}>{unread ? <IconMailOpened size={17} stroke={1.7} /> : <IconMail size={17} stroke={1.7} />}</ActionIcon>
      </Tooltip>
    </li>
  );
}
