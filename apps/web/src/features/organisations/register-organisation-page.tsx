import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProblems } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { useDraft } from '../../ui/use-draft.js';
import { OrganisationFields, SaveButtons } from './organisation-fields.js';
import { changesOf, EMPTY, type OrganisationValues } from './organisation-values.js';

const Register = graphql(`
  mutation RegisterOrganisation($input: OrganisationInput!) { registerOrganisation(input: $input) { id } }
`);

/** Registers an organisation, and says while typing what is there already. */
export function RegisterOrganisationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { country } = useViewer();
  const draft = useDraft<OrganisationValues>('organisation.new');
  const empty = { ...EMPTY, country };
  const form = useForm<OrganisationValues>({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(Register, { onDone: ({ registerOrganisation }) => {
    draft.forget();
    void navigate({ to: '/organizaciones/$id', params: { id: registerOrganisation.id } });
  } });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate({ input: { ...changesOf(EMPTY, values), name: values.name } }, { onError: problems.show });
  });
  return (
    <>
      <PageHeader title={t('organisations.register')} />
      <Section>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(empty); }} />}
            <ProblemSummary text={problems.summary} />
            <OrganisationFields form={form} />
            <SaveButtons busy={save.isPending} onCancel={() => void navigate({ to: '/organizaciones' })} />
          </Stack>
        </form>
      </Section>
    </>
  );
}
