import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { formatInstant } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';

const CalendarAddress = graphql(`
  query CalendarAddress { calendarAddress { since } }
`);
const Renew = graphql(`
  mutation RenewCalendarAddress { renewCalendarAddress { since address } }
`);
const Revoke = graphql(`
  mutation RevokeCalendarAddress { revokeCalendarAddress }
`);

/** The own calendar for Outlook, Google or a phone: an address that is the key, told once, renewed or taken back. */
export function CalendarAddressSection() {
  const { t, i18n } = useTranslation();
  const query = useApiQuery(CalendarAddress, {});
  const [told, setTold] = useState<string | null>(null);
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null);
  const failed = (error: Error) => { setAsked(null); notifications.show({ color: 'red', message: errorText(t, error) }); };
  const renew = useApiMutation(Renew, { onDone: ({ renewCalendarAddress: { address } }) => { setTold(address ?? null); setAsked(null); } });
  const revoke = useApiMutation(Revoke, { onDone: () => { setTold(null); setAsked(null); } });
  return (
    <Section title={t('calendars.address.title')} intro={t('calendars.address.intro')}>
      <Loaded query={query} message={(error) => errorText(t, error)}>
        {({ calendarAddress }) => (
          <Stack gap="sm">
            {told && (
              <Alert color="indigo" title={t('calendars.address.once')}>
                <Group gap="xs" align="flex-end" mt={4}>
                  <TextInput flex="1 1 240px" readOnly value={told} aria-label={t('calendars.address.title')} onFocus={(event) => event.currentTarget.select()} />
                  <CopyButton value={told}>{({ copied, copy }) => <Button variant="default" onClick={copy}>{t(copied ? 'calendars.address.copied' : 'calendars.address.copy')}</Button>}</CopyButton>
                </Group>
              </Alert>
            )}
            <Text size="sm" c="gray.7">{calendarAddress ? t('calendars.address.since', { at: formatInstant(calendarAddress.since, i18n.language) }) : t('calendars.address.none')}</Text>
            <Group gap="xs">
              <Button variant="default" loading={renew.isPending} onClick={() => (calendarAddress ? setAsked('renew') : renew.mutate({}, { onError: failed }))}>{t(calendarAddress ? 'calendars.address.renew' : 'calendars.address.make')}</Button>
              {calendarAddress && <Button variant="subtle" color="red.8" onClick={() => setAsked('revoke')}>{t('calendars.address.revoke')}</Button>}
            </Group>
          </Stack>
        )}
      </Loaded>
      <ConfirmDialog opened={asked !== null} title={t(asked === 'revoke' ? 'calendars.address.revokeTitle' : 'calendars.address.renewTitle')} body={t('calendars.address.loses')}
        action={t(asked === 'revoke' ? 'calendars.address.revoke' : 'calendars.address.renew')} destructive busy={renew.isPending || revoke.isPending}
        onConfirm={() => (asked === 'revoke' ? revoke : renew).mutate({}, { onError: failed })} onClose={() => setAsked(null)} />
    </Section>
  );
}
