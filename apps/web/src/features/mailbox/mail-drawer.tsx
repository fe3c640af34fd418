import { Alert, Button, Drawer, Group, Stack, Tabs, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import type { MailOpenedQuery } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { formatInstant } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import classes from './mail-drawer.module.css';
import { MailStateBadge, useMailKind } from './mail-state.js';
import { MailOpened, SendMailAgain } from './operations.js';

type Mail = NonNullable<MailOpenedQuery['mail']>;

/** One mail as its reader gets it, and what became of it. */
export function MailDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useApiQuery(MailOpened, { id: id ?? '' }, { enabled: id !== undefined });
  return (
    <Drawer opened={id !== undefined} onClose={onClose} title={<Text fw={600}>{query.data?.mail?.subject || t('mailbox.title')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ mail }) => (mail ? <Opened mail={mail} /> : <EmptyState title={t('common.states.nothingFound')} />)}
      </Loaded>
    </Drawer>
  );
}

function Opened({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Facts mail={mail} />
      {mail.state === 'in_doubt' && <Alert color="yellow" variant="light">{t('mailbox.inDoubt')}</Alert>}
      {mail.state !== 'sent' && mail.state !== 'erased' && <Again mail={mail} />}
      {mail.state === 'erased' ? <Text size="sm" c="gray.7">{t('mailbox.erased')}</Text> : <Content mail={mail} />}
    </Stack>
  );
}

function Facts({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation();
  const kind = useMailKind();
  const when = (instant: string | null | undefined) => instant && formatInstant(instant, i18n.language);
  return (
    <DefinitionList items={[
      { term: t('mailbox.to'), value: [mail.toName, mail.toEmail && `<${mail.toEmail}>`].filter(Boolean).join(' ') },
      { term: t('mailbox.state'), value: <Group gap="xs"><MailStateBadge state={mail.state} sentBy={mail.sentBy} /><Text size="sm" c="gray.7">{kind(mail.kind)}</Text></Group> },
      { term: t('mailbox.queued'), value: when(mail.queuedAt) },
      { term: t('mailbox.sent'), value: mail.sentBy === 'smtp' ? when(mail.sentAt) : null },
      { term: t('mailbox.attempts'), value: mail.state !== 'sent' && mail.attempts > 0 ? mail.attempts : null },
      { term: t('mailbox.nextTry'), value: mail.state === 'waiting' && mail.attempts > 0 ? when(mail.nextAttemptAt) : null },
      { term: t('mailbox.problem'), value: mail.lastProblem },
    ]} />
  );
}

/** A mail in doubt is sent again only after the reader was told what that may mean. */
function Again({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const send = useApiMutation(SendMailAgain, { onDone: () => { setAsking(false); notifications.show({ message: t('mailbox.queuedAgain') }); } });
  const again = () => send.mutate({ id: mail.id }, { onError: (error) => notifications.show({ color: 'red', message: errorText(t, error) }) });
  if (!useMay('mail.send') || (mail.state === 'waiting' && mail.attempts === 0)) return null;
  return (
    <>
      <Button style={{ alignSelf: 'flex-start' }} variant="light" leftSection={<IconSend size={16} />} loading={send.isPending} onClick={mail.state === 'in_doubt' ? () => setAsking(true) : again}>{t('mailbox.again')}</Button>
      <ConfirmDialog opened={asking} title={t('mailbox.doubtTitle')} body={t('mailbox.doubtBody')} action={t('mailbox.again')} busy={send.isPending} onConfirm={again} onClose={() => setAsking(false)} />
    </>
  );
}

function Content({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  return (
    <>
      {mail.attachments.length > 0 && (
        <Group gap="xs" aria-label={t('mailbox.attachments')} role="group">
          {mail.attachments.map((each) => (
            <Button key={each.name} component="a" variant="default" size="xs" leftSection={<IconDownload size={14} />} aria-label={t('mailbox.download', { name: each.name })}
              href={`data:application/octet-stream;base64,${each.content}`} download={each.name}>{each.name}</Button>
          ))}
        </Group>
      )}
      <Tabs defaultValue="page">
        <Tabs.List mb="sm"><Tabs.Tab value="page">{t('mailbox.asPage')}</Tabs.Tab><Tabs.Tab value="text">{t('mailbox.asText')}</Tabs.Tab></Tabs.List>
        {/* Nothing in it runs, loads or reaches the page around it. */}
        <Tabs.Panel value="page"><iframe className={classes.frame} title={t('mailbox.frame')} sandbox="" srcDoc={mail.bodyHtml} /></Tabs.Panel>
        <Tabs.Panel value="text"><Text component="pre" size="sm" className={classes.text} tabIndex={0}>{mail.bodyText}</Text></Tabs.Panel>
      </Tabs>
    </>
  );
}
