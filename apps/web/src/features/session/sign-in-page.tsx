import { Box, Card, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { asRole, type DemoSignIn, type Session } from '../../app/session.js';
import { countryName } from '../../ui/countries.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Frame } from './frame.js';
import { SignInForm, useSignIn } from './sign-in-form.js';
import classes from './sign-in-page.module.css';

/** Where everybody who is not signed in arrives; the address stays, so that signing in leads where they meant to go. */
export function SignInPage({ coalition, demoSignIns, needsSetUp }: Session) {
  const { t } = useTranslation();
  return (
    <Frame title={t('session.signInIntro', { acronym: coalition.acronym })} intro={t('session.tagline')} demonstration={coalition.demonstration}
      below={demoSignIns.length > 0 && <DemoAccounts accounts={demoSignIns} />}>
      {needsSetUp ? <Text size="sm">{t('session.needsSetUp')}</Text> : <SignInForm />}
    </Frame>
  );
}

/** One click signs in: these accounts exist only where the data are made up. */
function DemoAccounts({ accounts }: { accounts: readonly DemoSignIn[] }) {
  const { t, i18n } = useTranslation();
  const signIn = useSignIn();
  return (
    <Box component="section" mt="xl" aria-labelledby="demo-accounts">
      <Title order={2} size="h3" id="demo-accounts">{t('session.demoTitle')}</Title>
      <Text size="sm" c="gray.7" mb="sm">{t('session.demoIntro')}</Text>
      <ProblemSummary text={signIn.error ? errorText(t, signIn.error) : null} />
      <Card bg="white" padding={0}>
        {accounts.map((account) => (
          <UnstyledButton key={account.email} className={classes.account} disabled={signIn.isPending} aria-label={t('session.demoEnter', { name: account.name })}
            onClick={() => signIn.mutate({ email: account.email, password: account.password })}>
            <Group justify="space-between" wrap="nowrap">
              <Box miw={0}>
                <Text size="sm" fw={550}>{account.name}</Text>
                <Text size="xs" c="gray.6" style={{ overflowWrap: 'anywhere' }}>{t(`common.role.${asRole(account.role)}`)}{account.country && ` · ${countryName(account.country, i18n.language)}`} · {account.email}</Text>
              </Box>
              <IconChevronRight size={16} stroke={1.7} aria-hidden color="var(--mantine-color-gray-5)" />
            </Group>
          </UnstyledButton>
        ))}
      </Card>
    </Box>
  );
}
