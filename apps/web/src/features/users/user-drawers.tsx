import { Alert, Button, CopyButton, Drawer, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { useProblems } from '../../app/problems.js';
import { apiKey, useApiMutation } from '../../app/use-api.js';
import { useAmendment } from '../../app/use-amendment.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { formatInstant } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { AmendUser, RegisterUser, Users, type IssuedLink, type User } from './operations.js';
import { NEW_USER, UserFields, type UserValues } from './user-fields.js';

/** Adds an account; its link is told by `onLink`, once. */
export function RegisterUserDrawer({ opened, onClose, onLink }: { opened: boolean; onClose: () => void; onLink: (link: IssuedLink) => void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened={opened} onClose={onClose} title={<Text fw={600}>{t('users.register')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <RegisterUserForm onClose={onClose} onLink={onLink} />
    </Drawer>
  );
}

function RegisterUserForm({ onClose, onLink }: { onClose: () => void; onLink: (link: IssuedLink) => void }) {
  const form = useForm<UserValues>({ initialValues: NEW_USER });
  const problems = useProblems(form);
  const register = useApiMutation(RegisterUser, { invalidate: [Users], onDone: ({ registerUser }) => { onClose(); onLink(registerUser); } });
  const submit = form.onSubmit((input) => { problems.clear(); register.mutate({ input }, { onError: problems.show }); });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemSummary text={problems.summary} />
        <UserFields form={form} />
        <FormButtons busy={register.isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}

/** Amends an account; another role or country ends its sessions, and the form says so. */
export function AmendUserDrawer({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened={user !== null} onClose={onClose} title={<Text fw={600}>{t('users.amend')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {user && <AmendUserForm key={user.id} user={user} onClose={onClose} />}
    </Drawer>
  );
}

const valuesOf = ({ name, email, role, country, language }: User): UserValues => ({ name, email, role, country: country ?? null, language });

function AmendUserForm({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const amendment = useAmendment<UserValues>({
    page: `user.${user.id}`,
    recorded: { version: user.version, values: valuesOf(user) },
    save: (version, input) => request(AmendUser, { id: user.id, version, input }),
    reread: async () => {
      const { users } = await request(Users, {});
      client.setQueryData(apiKey(Users, {}), { users });
      const now = users.find(({ id }) => id === user.id);
      return now ? { version: now.version, values: valuesOf(now) } : null;
    },
    onDone: () => { void client.invalidateQueries({ queryKey: ['Users'] }); notifications.show({ message: t('users.saved') }); onClose(); },
  });
  const { form, problems } = amendment;
  const elsewhere = form.values.role !== user.role || form.values.country !== (user.country ?? null);
  return (
    <form onSubmit={(event) => { event.preventDefault(); void amendment.submit(); }} noValidate>
      <Stack gap="md">
        {amendment.restored && <DraftNotice onDiscard={amendment.discard} />}
        <ProblemSummary text={problems.summary} />
        <UserFields form={form} />
        {elsewhere && <Alert color="yellow" variant="light" icon={<IconInfoCircle size={18} />}>{t('users.sessionsEnd')}</Alert>}
        <FormButtons busy={amendment.busy} onClose={onClose} />
      </Stack>
      <ConflictDialog<UserValues> edit={amendment.conflict} busy={amendment.busy} label={(field) => t(`users.${field as 'name'}`)}
        onResolve={(values) => void amendment.resolve(values)} onClose={amendment.backToForm} />
    </form>
  );
}

function FormButtons({ busy, onClose }: { busy: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
      <Button type="submit" loading={busy}>{t('users.save')}</Button>
    </Group>
  );
}

/** The link to set the password, told once: it closes by its button alone. */
export function LinkDialog({ link, onClose }: { link: IssuedLink | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const address = link ? `${window.location.origin}/configurar/${link.token}` : '';
  return (
    <Modal opened={link !== null} onClose={onClose} closeOnEscape={false} closeOnClickOutside={false} withCloseButton={false} size="lg"
      title={<Text fw={600}>{t('users.linkTitle', { name: link?.user.name })}</Text>}>
      {link && (
        <Stack gap="md">
          <Text size="sm">{t('users.linkIntro', { day: formatInstant(link.expiresAt, i18n.language) })}</Text>
          <TextInput label={t('users.linkLabel')} value={address} readOnly onFocus={(event) => event.currentTarget.select()} styles={{ input: { fontFamily: 'monospace' } }} />
          <Group justify="space-between" gap="xs">
            <CopyButton value={address} timeout={4000}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} data-autofocus leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>{copied ? t('users.copied') : t('users.copy')}</Button>
              )}
            </CopyButton>
            <Button onClick={onClose}>{t('users.linkDone')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
