import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { InvitationQuery } from '../../gql/graphql.js';
import { formatInstant } from '../../ui/days.js';
import { Loaded } from '../../ui/states.js';

const InvitationOperation = graphql(`
  query Invitation($id: ID!) { invitation(id: $id) { sequence cancels invitees { key name email sentSequence sentAt } } }
`);
const Send = graphql(`
  mutation SendInvitations($meetingId: ID!, $to: [String!]!) { sendInvitations(meetingId: $meetingId, to: $to) }
`);

type Invitation = NonNullable<InvitationQuery['invitation']>;

/** To whom the invitation would go; nothing is sent before the reader says so. */
export function InvitationDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useApiQuery(InvitationOperation, { id });
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('calendars.invite.title')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ invitation }) => (invitation ? <Choose id={id} invitation={invitation} onClose={onClose} /> : null)}
      </Loaded>
    </Modal>
  );
}

function Choose({ id, invitation: { sequence, cancels, invitees }, onClose }: { id: string; invitation: Invitation; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const reachable = invitees.filter(({ email }) => email);
  const mailless = invitees.filter(({ email }) => !email).map(({ name }) => name);
  const current = ({ sentSequence }: Invitation['invitees'][number]) => sentSequence === sequence;
  // Whoever never heard of it needs no word that it is off.
  const [to, setTo] = useState(reachable.filter((each) => !current(each) && !(cancels && each.sentSequence === null)).map(({ key }) => key));
  const send = useApiMutation(Send, { onDone: ({ sendInvitations: count }) => { notifications.show({ color: 'teal', message: t('calendars.invite.sent', { count }) }); onClose(); } });
  const about = (each: Invitation['invitees'][number]) => (each.sentSequence === null || each.sentSequence === undefined ? t('calendars.invite.never')
    : t(current(each) ? 'calendars.invite.upToDate' : 'calendars.invite.outdated', { at: formatInstant(each.sentAt!, i18n.language) }));
  return (
    <Stack gap="md">
      <Text size="sm">{t(cancels ? 'calendars.invite.cancels' : 'calendars.invite.intro')}</Text>
      {reachable.length === 0 && <Text size="sm" c="gray.7">{t('calendars.invite.nobody')}</Text>}
      <Checkbox.Group value={to} onChange={setTo} label={reachable.length > 0 ? t('calendars.invite.to') : undefined}>
        <Stack gap="xs" mt={4}>
          {reachable.map((each) => <Checkbox key={each.key} value={each.key} disabled={current(each)} label={`${each.name} · ${each.email}`} description={about(each)} styles={{ label: { overflowWrap: 'anywhere' } }} />)}
        </Stack>
      </Checkbox.Group>
      {mailless.length > 0 && <Alert color="gray">{t('calendars.invite.mailless', { names: mailless.join(', ') })}</Alert>}
      {send.isError && <Alert color="red" role="alert">{errorText(t, send.error)}</Alert>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
        <Button leftSection={<IconMail size={16} />} disabled={to.length === 0} loading={send.isPending} onClick={() => send.mutate({ meetingId: id, to })}>
          {t(to.length === 1 ? 'calendars.invite.sendOne' : 'calendars.invite.sendMany', { count: to.length })}
        </Button>
      </Group>
    </Stack>
  );
}
