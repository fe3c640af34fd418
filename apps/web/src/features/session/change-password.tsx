import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useProblems } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { PasswordField } from '../../ui/password-field.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { ChangePassword } from './operations.js';

/** Changes the viewer's own password; their other sessions end. */
export function ChangePasswordForm() {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { current: '', next: '', repeat: '' },
    validate: { repeat: (repeat, values) => (repeat === values.next ? null : t('session.passwordsDiffer')) },
  });
  const problems = useProblems(form);
  const change = useApiMutation(ChangePassword, {
    invalidate: [],
    onDone: () => { form.reset(); notifications.show({ message: t('session.passwordChanged') }); },
  });
  const submit = form.onSubmit(({ current, next }) => {
    problems.clear();
    change.mutate({ current, next }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="md" maw={380}>
        <ProblemSummary text={problems.summary} />
        <PasswordField label={t('session.currentPassword')} autoComplete="current-password" required withAsterisk={false} {...form.getInputProps('current')} />
        <PasswordField label={t('session.nextPassword')} description={t('session.passwordRule')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('next')} />
        <PasswordField label={t('session.passwordRepeat')} autoComplete="new-password" required withAsterisk={false} {...form.getInputProps('repeat')} />
        <Group><Button type="submit" loading={change.isPending}>{t('session.changePassword')}</Button></Group>
      </Stack>
    </form>
  );
}
