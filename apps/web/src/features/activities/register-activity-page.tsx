import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorText, useProblems } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { placed } from '../../app/use-amendment.js';
import { graphql } from '../../gql/gql.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { useDraft } from '../../ui/use-draft.js';
import { ActivityFields } from './activity-fields.js';
import { emptyActivity, inputOf, placeOf, type ActivityValues } from './activity-values.js';

const Register = graphql(`
  mutation RegisterActivity($input: ActivityInput!) { registerActivity(input: $input) { id } }
`);
const Whole = graphql(`
  query WholeActivity($id: ID!) { activity(id: $id) { id title kind strategyActivity axis themes } }
`);

/** Registers a joint activity; `partOf`: as a part of this one. */
export function RegisterActivityPage({ partOf }: { partOf?: string }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const whole = useApiQuery(Whole, { id: partOf ?? '' }, { enabled: partOf !== undefined });
  const empty = emptyActivity(viewer.country);
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades" />}>{t('activities.title')}</Anchor>} title={t('activities.register')} />
      {partOf === undefined ? <RegisterForm page="activity.new" empty={empty} /> : (
        <Loaded query={whole} message={(error) => errorText(t, error)}>
          {({ activity }) => (
            <RegisterForm page={`activity.new.${partOf}`} empty={activity ? {
              ...empty, kind: activity.kind, themes: activity.themes, tie: activity.strategyActivity ?? activity.axis ?? null, parent: [{ id: activity.id, label: activity.title }],
            } : empty} />
          )}
        </Loaded>
      )}
    </>
  );
}

function RegisterForm({ page, empty }: { page: string; empty: ActivityValues }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft<ActivityValues>(page);
  const form = useForm<ActivityValues>({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(Register, {
    onDone: ({ registerActivity: { id } }) => {
      draft.forget();
      notifications.show({ color: 'teal', message: t('activities.saved') });
      void navigate({ to: '/actividades/$id', params: { id } });
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate({ input: inputOf(values) }, { onError: (error) => problems.show(placed(error, placeOf)) });
  });
  return (
    <Section>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(empty); problems.clear(); }} />}
          <ProblemSummary text={problems.summary} />
          <ActivityFields form={form} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => void navigate({ to: '/actividades' })}>{t('common.cancel')}</Button>
            <Button type="submit" loading={save.isPending}>{t('activities.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
