import { Alert, Anchor, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { IconMailOff } from '@tabler/icons-react';
import { DIGEST_CHOICES, type DigestChoice } from '@tejido/domain/reminders.js';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useMay, useViewer } from '../../app/session.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { Section } from '../../ui/section.js';
import { Loaded, LoadingState } from '../../ui/states.js';
import { ChooseDigest, ReminderPreference } from './operations.js';

/** How often the viewer gets the digest; what is chosen holds at once. */
export function DigestSection() {
  const { t } = useTranslation();
  const { email } = useViewer();
  const query = useApiQuery(ReminderPreference, {});
  const choose = useApiMutation(ChooseDigest, { invalidate: [ReminderPreference], onDone: () => { notifications.show({ message: t('reminders.chosen') }); } });
  const pick = (digest: string) => choose.mutate({ digest }, { onError: (error) => notifications.show({ color: 'red', message: errorText(t, error) }) });
  return (
    <Section title={t('reminders.byMail')} intro={t('reminders.byMailIntro', { email })}>
      <Loaded query={query} message={(error) => errorText(t, error)} loading={<LoadingState rows={1} />}>
        {({ reminderPreference: { digest, mailWay } }) => {
          const shown = (choose.isPending ? choose.variables.digest : digest) as DigestChoice;
          return (
            <Stack gap="xs" align="flex-start">
              <SegmentedControl aria-label={t('reminders.digestLabel')} value={shown} onChange={pick} data={DIGEST_CHOICES.map((value) => ({ value, label: t(`reminders.digest.${value}`) }))} />
              <Text size="sm" c="gray.7">{t(`reminders.digestHint.${shown}`)}</Text>
              {mailWay !== 'smtp' && <NoMailLeaves waits={mailWay === 'waiting'} />}
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

function NoMailLeaves({ waits }: { waits: boolean }) {
  const { t } = useTranslation();
  const sees = useMay('mail.read');
  return (
    <Alert variant="light" color={waits ? 'yellow' : 'gray'} icon={<IconMailOff size={18} />} py="xs" mt={4}>
      {t(waits ? 'reminders.mailWaits' : 'reminders.mailStays')} {sees && <Anchor inherit renderRoot={(props) => <Link {...props} to="/correo" />}>{t('mailbox.title')}</Anchor>}
    </Alert>
  );
}
