import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { errorText } from '../../app/problems.js';
import { asRole } from '../../app/session.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import type { UserHandoverQuery } from '../../gql/graphql.js';
import { formatDay } from '../../ui/days.js';
import { Loaded } from '../../ui/states.js';
import { DisableUser, UserHandover, Users, type User } from './operations.js';

type Answered = UserHandoverQuery['userHandover'][number];

const GROUPS = [
  ['organisation', 'organisationsTo'], ['agreement', 'agreementsTo'], ['commitment', 'commitmentsTo'], ['verification', 'verificationsTo'], ['agenda', 'agendaTo'],
] as const;
type Successors = Partial<Record<(typeof GROUPS)[number][1], string | null>>;

const MOST_SHOWN = 3;

interface DisableDialogProps { user: User; others: readonly User[]; onClose: () => void; onFailed: (error: Error) => void }

/** Closes an account and hands over, in one action, what it answered for: to one colleague, or to one for each kind. */
export function DisableDialog({ user, others, onClose, onFailed }: DisableDialogProps) {
  const { t } = useTranslation();
  const [apart, setApart] = useState(false);
  const [to, setTo] = useState<Successors>({});
  const answered = useApiQuery(UserHandover, { id: user.id });
  const named = Object.values(to).some(Boolean);
  const disable = useApiMutation(DisableUser, { invalidate: [Users, UserHandover], onDone: () => { onClose(); void tellWhatStays(); } });
  // What the colleague chosen may not see stays, and the administrator is told.
  const tellWhatStays = async () => {
    const left = named ? (await request(UserHandover, { id: user.id })).userHandover.length : 0;
    notifications.show({ message: [t('users.disabled'), left > 0 && t('users.handOver.left', { count: left })].filter(Boolean).join(' ') });
  };
  const colleagues = others.map(({ id, name, role }) => ({ value: id, label: `${name} · ${t(`common.role.${asRole(role)}`)}` }));
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('users.disableTitle', { name: user.name })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <Text size="sm">{t('users.disableBody')}</Text>
        <Loaded query={answered} message={(error) => errorText(t, error)}>
          {({ userHandover }) => {
            const groups = GROUPS.filter(([kind]) => userHandover.some((each) => each.kind === kind));
            if (groups.length === 0) return <Text size="sm" c="gray.7">{t('users.handOver.nothing')}</Text>;
            return (
              <Stack gap="sm">
                <Text size="sm" fw={600}>{t('users.handOver.title', { count: userHandover.length })}</Text>
                {groups.map(([kind, field]) => (
                  <div key={kind}>
                    <Answers kind={kind} answered={userHandover.filter((each) => each.kind === kind)} />
                    {apart && <Select mt={4} searchable clearable aria-label={t('users.handOver.goesTo')} placeholder={t('users.handOver.stays')} data={colleagues} value={to[field] ?? null} onChange={(id) => setTo({ ...to, [field]: id })} />}
                  </div>
                ))}
                {!apart && (
                  <Select searchable clearable label={t('users.handOver.allTo')} description={t('users.handOver.hint')} placeholder={t('users.handOver.stays')} data={colleagues} value={Object.values(to).find(Boolean) ?? null}
                    onChange={(id) => setTo(Object.fromEntries(GROUPS.map(([, field]) => [field, id])))} />
                )}
                {groups.length > 1 && <Checkbox label={t('users.handOver.apart')} checked={apart} onChange={(event) => setApart(event.currentTarget.checked)} />}
              </Stack>
            );
          }}
        </Loaded>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>{t('common.cancel')}</Button>
          <Button color="red.8" loading={disable.isPending} disabled={answered.isPending} onClick={() => disable.mutate({ id: user.id, handOver: to }, { onError: onFailed })}>{t(named ? 'users.handOver.do' : 'users.disable')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Answers({ kind, answered }: { kind: (typeof GROUPS)[number][0]; answered: readonly Answered[] }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Text size="sm">{t(`users.handOver.kinds.${kind}`, { count: answered.length })}</Text>
      {answered.slice(0, MOST_SHOWN).map(({ id, label, day }) => <Text key={id} size="sm" c="gray.7" pl="md" lineClamp={1}>{label}{day && ` · ${formatDay(day, i18n.language)}`}</Text>)}
      {answered.length > MOST_SHOWN && <Text size="sm" c="gray.7" pl="md">{t('users.handOver.more', { count: answered.length - MOST_SHOWN })}</Text>}
    </>
  );
}
