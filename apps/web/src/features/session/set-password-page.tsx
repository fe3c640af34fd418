import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { errorText, useProblems } from '../../app/problems.js';
import { signedIn } from '../../app/session.js';
import { useApiQuery } from '../../app/use-api.js';
import { PasswordField } from '../../ui/password-field.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Loaded } from '../../ui/states.js';
import { Frame } from './frame.js';
import { SetPassword, SetUpLink } from './operations.js';
import { SetUpPage } from './set-up-page.js';

interface LinkProps { token: string; onDone: () => void; onSignIn: () => void }

/** Where a single-use link leads: to set a password, to make the first administrator, or to hear why it no longer works. */
export function SetUpLinkPage({ token, onDone, onSignIn }: LinkProps) {
  const { t } = useTranslation();
  const query = useApiQuery(SetUpLink, { token });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ setUpLink: { state, name, email } }) => {
        if (state === 'first_administrator') return <SetUpPage token={token} onDone={onDone} />;
        if (state === 'password' && name && email) return <SetPasswordPage token={token} name={name} email={email} onDone={onDone} />;
        const why = state === 'used' || state === 'expired' ? state : 'unknown';
        return (
          <Frame title={t('session.linkOverTitle')} intro={t('session.linkOverIntro')}>
            <Stack gap="md">
              <Text size="sm">{t(`session.linkOver.${why}`)}</Text>
              <Button onClick={onSignIn} size="md">{t('session.toSignIn')}</Button>
            </Stack>
          </Frame>
        );
      }}
    </Loaded>
  );
}

function SetPasswordPage({ token, name, email, onDone }: { token: string; name: string; email: string; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { password: '', repeat: '' },
    validate: { repeat: (repeat, values) => (repeat === values.password ? null : t('session.passwordsDiffer')) },
  });
  const problems = useProblems(form);
  const set = useMutation({
    mutationFn: ({ password }: typeof form.values) => request(SetPassword, { token, password }, { whenSignedOut: 'throw' }),
    onSuccess: async () => { await signedIn(client); onDone(); },
    onError: problems.show,
  });
  return (
    <Frame title={t('session.welcome', { name })} intro={t('session.setPasswordIntro')}>
      <form onSubmit={form.onSubmit((values) => { problems.clear(); set.mutate(values); })}>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <TextInput label={t('session.email')} value={email} readOnly autoComplete="username" variant="filled" />
          <PasswordField label={t('session.password')} description={t('session.passwordRule')} autoComplete="new-password" required withAsterisk={false} autoFocus {...form.getInputProps('password')} />
          <PasswordField label={t('session.passwordRepeat')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('repeat')} />
          <Button type="submit" loading={set.isPending} size="md">{t('session.setPasswordSubmit')}</Button>
        </Stack>
      </form>
    </Frame>
  );
}
