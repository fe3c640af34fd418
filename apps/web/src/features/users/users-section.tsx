import { ActionIcon, Button, Group, Menu, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { fold } from '@tejido/domain/text.js';
import { IconDots, IconLink, IconLock, IconLockOpen, IconPencil, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, problemText } from '../../app/problems.js';
import { ApiError } from '../../app/graphql.js';
import { asRole, useViewer } from '../../app/session.js';
import { apiKey, useApiMutation, useApiQuery } from '../../app/use-api.js';
import { countryName } from '../../ui/countries.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { formatInstant } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded, NothingFound } from '../../ui/states.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { EnableUser, RenewUserLink, Users, type IssuedLink, type User } from './operations.js';
import { DisableDialog } from './disable-dialog.js';
import { AmendUserDrawer, LinkDialog, RegisterUserDrawer } from './user-drawers.js';

type State = 'active' | 'waiting' | 'disabled';
const TONES = { active: 'good', waiting: 'waiting', disabled: 'over' } as const satisfies Record<State, Tone>;
const stateOf = (user: User): State => (user.disabledAt ? 'disabled' : user.hasPassword ? 'active' : 'waiting');

/** Who has an account: added, amended, disabled here, and given a link to set the password. */
export function UsersSection() {
  const { t } = useTranslation();
  const query = useApiQuery(Users, {});
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const [amended, setAmended] = useState<User | null>(null);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const wanted = fold(text);
  return (
    <>
      <Section flush title={t('users.title')} intro={t('users.intro')} count={query.data?.users.length}
        actions={<Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>{t('users.register')}</Button>}>
        <Group px="lg" py="sm">
          <TextInput flex="1 1 220px" maw={420} type="search" aria-label={t('users.searchPlaceholder')} placeholder={t('users.searchPlaceholder')} value={text}
            onChange={(event) => setText(event.currentTarget.value)} leftSection={<IconSearch size={16} stroke={1.7} />} />
        </Group>
        <Loaded query={query} message={(error) => errorText(t, error)}>
          {({ users }) => {
            const rows = users.filter(({ name, email }) => fold(`${name} ${email}`).includes(wanted) || email.includes(text.trim().toLowerCase()));
            if (users.length === 0) return <EmptyState icon={IconUsers} title={t('users.emptyTitle')} body={t('users.emptyBody')} />;
            return rows.length === 0 ? <NothingFound onClear={() => setText('')} /> : <UsersTable users={rows} onAmend={setAmended} onLink={setLink} />;
          }}
        </Loaded>
      </Section>
      <RegisterUserDrawer opened={adding} onClose={() => setAdding(false)} onLink={setLink} />
      <AmendUserDrawer user={amended} onClose={() => setAmended(null)} />
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </>
  );
}

interface TableProps { users: readonly User[]; onAmend: (user: User) => void; onLink: (link: IssuedLink) => void }

function UsersTable({ users, onAmend, onLink }: TableProps) {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const columns: Column<User>[] = [
    { key: 'name', header: t('users.name'), cell: (user) => (
      <>
        <Text size="sm" fw={550} component="span">{user.name}</Text>{user.id === viewer.id && <Text size="xs" c="gray.6" component="span"> · {t('users.you')}</Text>}
        <Text size="xs" c="gray.6" fw={400}>{user.email}</Text>
      </>
    ) },
    { key: 'role', header: t('users.role'), cell: (user) => t(`common.role.${asRole(user.role)}`) },
    { key: 'country', header: t('users.country'), cell: (user) => (user.country ? countryName(user.country, i18n.language) : '—') },
    { key: 'state', header: t('users.state'), cell: (user) => <UserState user={user} /> },
    { key: 'seen', header: t('users.lastSeen'), cell: (user) => (user.lastSeenAt ? formatInstant(user.lastSeenAt, i18n.language) : <Text size="sm" c="gray.6" component="span">{t('users.never')}</Text>), phone: 'hidden' },
    { key: 'actions', header: '', phone: 'corner', cell: (user) => <UserActions user={user} others={users.filter((other) => other.id !== user.id && !other.disabledAt)} onAmend={onAmend} onLink={onLink} />, align: 'right', width: 56 },
  ];
  return <DataTable label={t('users.title')} columns={columns} rows={users} rowKey={(user) => user.id} onOpen={onAmend} />;
}

function UserState({ user }: { user: User }) {
  const { t, i18n } = useTranslation();
  const state = stateOf(user);
  const link = user.linkExpiresAt ? t('users.linkUntil', { day: formatInstant(user.linkExpiresAt, i18n.language) }) : state === 'waiting' ? t('users.linkExpired') : null;
  return (
    <>
      <StatusBadge tone={TONES[state]} label={t(`users.states.${state}`)} size="sm" />
      {link && <Text size="xs" c="gray.6" mt={2}>{link}</Text>}
    </>
  );
}

function UserActions({ user, others, onAmend, onLink }: { user: User; others: readonly User[]; onAmend: (user: User) => void; onLink: (link: IssuedLink) => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const failed = (error: Error) => {
    const fields = error instanceof ApiError ? error.fields.map((field) => problemText(t, field)) : [];
    notifications.show({ color: 'red', message: [errorText(t, error), ...fields].join(' ') });
    // What was refused may be so because the list is of before: the next try sees what is.
    void client.invalidateQueries({ queryKey: apiKey(Users) });
  };
  const renew = useApiMutation(RenewUserLink, { invalidate: [Users], onDone: ({ renewUserLink }) => onLink(renewUserLink) });
  const enable = useApiMutation(EnableUser, { invalidate: [Users], onDone: () => notifications.show({ message: t('users.enabled') }) });
  const which = { id: user.id };
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('users.actionsOf', { name: user.name })}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAmend(user)}>{t('common.edit')}</Menu.Item>
          {!user.disabledAt && <Menu.Item leftSection={<IconLink size={16} />} onClick={() => renew.mutate({ id: user.id }, { onError: failed })}>{t('users.newLink')}</Menu.Item>}
          {user.disabledAt
            ? <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => enable.mutate(which, { onError: failed })}>{t('users.enable')}</Menu.Item>
            : <Menu.Item leftSection={<IconLock size={16} />} onClick={() => setAsking(true)}>{t('users.disable')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asking && <DisableDialog user={user} others={others} onClose={() => setAsking(false)} onFailed={(error) => { setAsking(false); failed(error); }} />}
    </>
  );
}
