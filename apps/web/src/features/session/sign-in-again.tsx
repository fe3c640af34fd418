import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useGateClosed } from '../../app/session-gate.js';
import { signedOut, type Viewer } from '../../app/session.js';
import { SignInForm } from './sign-in-form.js';

/** Opens over the page when a session has ended: the page stays as it is, and what was sent goes on after signing in. */
export function SignInAgain({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const closed = useGateClosed();
  return (
    <Modal opened={closed} onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} size="sm" zIndex={1000}
      title={<Text fw={600}>{t('session.expiredTitle')}</Text>}>
      <Stack gap="md">
        <Text size="sm" c="gray.7">{t('session.expiredBody')}</Text>
        <SignInForm account={viewer.email} />
        <Text size="xs" c="gray.6" ta="center">
          <Anchor component="button" type="button" size="xs" onClick={() => void signedOut(client)}>{t('session.notYou')}</Anchor>
          <br />{t('session.notYouWarning')}
        </Text>
      </Stack>
    </Modal>
  );
}
