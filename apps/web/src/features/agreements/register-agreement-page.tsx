import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { organisationOption } from '../../app/pickers/find-organisations.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { useDraft } from '../../ui/use-draft.js';
import { AgreementFields } from './agreement-form.js';
import { EMPTY, inputOf, partOf, partyOf, renewalOf, type AgreementValues } from './agreement-values.js';
import { AgreementOperation, RegisterAgreement } from './operations.js';

const NewAgreement = graphql(`
  query NewAgreement($with: ID!, $some: Boolean!) {
    organisations(filter: { alliance: ["own"] }, first: 50) { nodes { id name nameEn acronym acronymEn standing } }
    organisation(id: $with) @include(if: $some) { id name nameEn acronym acronymEn }
  }
`);
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What the new agreement begins with: an organisation's id, or the agreement that it renews or is part of. */
export interface RegisterAgreementSearch { with?: string; renews?: string; partOf?: string }

/** Registers an agreement with its parties; the coalition is one already. */
export function RegisterAgreementPage({ search }: { search: RegisterAgreementSearch }) {
  return search.renews || search.partOf ? <From id={(search.renews ?? search.partOf)!} renewal={Boolean(search.renews)} /> : <WithOrganisation organisationId={search.with} />;
}

function From({ id, renewal }: { id: string; renewal: boolean }) {
  const { t } = useTranslation();
  const query = useApiQuery(AgreementOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ agreement }) => <Form page={`agreement.${renewal ? 'renews' : 'part-of'}.${id}`} initial={agreement ? (renewal ? renewalOf(agreement) : partOf(agreement)) : EMPTY}
        intro={agreement ? t(renewal ? 'agreements.renewing' : 'agreements.addingPart', { title: agreement.title }) : undefined} />}
    </Loaded>
  );
}

function WithOrganisation({ organisationId }: { organisationId?: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(NewAgreement, { with: organisationId ?? NOBODY, some: organisationId !== undefined });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ organisations, organisation }) => {
        const coalition = organisations.nodes.find((each) => each.standing === 'coalition');
        const parties = [coalition, organisation].flatMap((each) => (each ? [partyOf(organisationOption(each))] : []));
        return <Form page={organisationId ? `agreement.new.${organisationId}` : 'agreement.new'} initial={{ ...EMPTY, parties }} />;
      }}
    </Loaded>
  );
}

function Form({ page, initial, intro }: { page: string; initial: AgreementValues; intro?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft<AgreementValues>(page);
  const form = useForm<AgreementValues>({ initialValues: draft.restored ?? initial, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const save = useApiMutation(RegisterAgreement, { onDone: ({ registerAgreement }) => {
    draft.forget();
    void navigate({ to: '/acuerdos/$id', params: { id: registerAgreement.id } });
  } });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate({ input: inputOf(values) }, { onError: problems.show });
  });
  return (
    <>
      <PageHeader title={t('agreements.register')} intro={intro} />
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={860}>
          {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(initial); }} />}
          <ProblemSummary text={problems.summary} />
          <Section><AgreementFields form={form} /></Section>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => void navigate({ to: '/acuerdos' })}>{t('common.cancel')}</Button>
            <Button type="submit" loading={save.isPending}>{t('agreements.save')}</Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
