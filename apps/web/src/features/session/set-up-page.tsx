import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { useProblems } from '../../app/problems.js';
import { signedIn } from '../../app/session.js';
import { PasswordField } from '../../ui/password-field.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Frame } from './frame.js';
import { SetUp } from './operations.js';

/** The first administrator's account, by the single-use link that the first start prints. `onDone` leads to the home page. */
export function SetUpPage({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: '', email: '', password: '', repeat: '' },
    validate: { repeat: (repeat, values) => (repeat === values.password ? null : t('session.passwordsDiffer')) },
  });
  const problems = useProblems(form);
  const setUp = useMutation({
    mutationFn: ({ name, email, password }: typeof form.values) => request(SetUp, { token, name, email, password }, { whenSignedOut: 'throw' }),
    onSuccess: async () => { await signedIn(client); onDone(); },
    onError: problems.show,
  });
  return (
    <Frame title={t('session.setUpTitle')} intro={t('session.setUpIntro')}>
      <form onSubmit={form.onSubmit((values) => { problems.clear(); setUp.mutate(values); })}>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <TextInput label={t('session.name')} autoComplete="name" required withAsterisk={false} autoFocus {...form.getInputProps('name')} />
          <TextInput label={t('session.email')} type="email" autoComplete="username" required withAsterisk={false} {...form.getInputProps('email')} />
          <PasswordField label={t('session.password')} description={t('session.passwordRule')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('password')} />
          <PasswordField label={t('session.passwordRepeat')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('repeat')} />
          <Button type="submit" loading={setUp.isPending} size="md">{t('session.setUpSubmit')}</Button>
        </Stack>
      </form>
    </Frame>
  );
}
