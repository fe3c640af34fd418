import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { useProblems } from '../../app/problems.js';
import { signedIn } from '../../app/session.js';
import { PasswordField } from '../../ui/password-field.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { SignIn } from './operations.js';

/** Signs in, and lets the requests that waited for it go on. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => request(SignIn, credentials, { whenSignedOut: 'throw' }),
    onSuccess: () => signedIn(client),
  });
}

/** E-mail and password; `account` fixes the e-mail, for signing in again as the same person. */
export function SignInForm({ account }: { account?: string }) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const form = useForm({ initialValues: { email: account ?? '', password: '' } });
  const problems = useProblems(form);
  const submit = form.onSubmit((values) => {
    problems.clear();
    signIn.mutate({ email: values.email.trim(), password: values.password }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ProblemSummary text={problems.summary} />
        <TextInput label={t('session.email')} type="email" autoComplete="username" required readOnly={account !== undefined}
          autoFocus={account === undefined} withAsterisk={false} {...form.getInputProps('email')} />
        <PasswordField label={t('session.password')} autoComplete="current-password" required data-autofocus
          autoFocus={account !== undefined} withAsterisk={false} {...form.getInputProps('password')} />
        <Button type="submit" loading={signIn.isPending} fullWidth size="md">{t('session.signIn')}</Button>
      </Stack>
    </form>
  );
}
