import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createOrganisation, findOrganisations, organisationOption } from '../../app/pickers/find-organisations.js';
import { useProblems } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { useDraft } from '../../ui/use-draft.js';
import { OrganisationName, RegisterPerson } from './operations.js';
import { PersonFields } from './person-fields.js';
import { changesOf, EMPTY, filledContacts, type PersonValues } from './person-values.js';

interface Values extends PersonValues { organisation: PickOption[]; post: string }

/** Registers a person with a first post; `at` is the organisation from whose page the reader came. */
export function RegisterPersonPage({ at }: { at?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { country } = useViewer();
  const empty: Values = { ...EMPTY, country, organisation: [], post: '' };
  const draft = useDraft<Values>('person.v2.new');
  const form = useForm<Values>({ initialValues: draft.restored ?? empty, onValuesChange: draft.keep });
  const problems = useProblems(form);
  const { data } = useApiQuery(OrganisationName, { id: at ?? '' }, { enabled: at !== undefined });
  const from = data?.organisation;
  useEffect(() => {
    if (from) form.setFieldValue('organisation', [organisationOption(from)]);
    // Only when the organisation arrives: afterwards the choice is the reader's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [from]);
  const save = useApiMutation(RegisterPerson, { onDone: ({ registerPerson }) => { draft.forget(); void navigate({ to: '/personas/$id', params: { id: registerPerson.id } }); } });
  const submit = form.onSubmit((typed) => {
    problems.clear();
    const whole = filledContacts(typed);
    form.setValues(whole);
    const { organisation, post, ...values } = whole;
    const affiliations = organisation[0] ? [{ organisationId: organisation[0].id, post }] : [];
    save.mutate({ input: { ...changesOf(EMPTY, values), name: values.name, contactPoints: values.contactPoints, affiliations } }, { onError: problems.show });
  });
  return (
    <>
      <PageHeader title={t('people.register')} />
      <Section>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(empty); }} />}
            <ProblemSummary text={problems.summary} />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <PickOrCreate label={t('people.organisation')} max={1} find={findOrganisations} create={createOrganisation} value={form.values.organisation} onChange={(chosen) => form.setFieldValue('organisation', chosen)} />
              <TextInput label={t('people.post')} {...form.getInputProps('post')} />
            </SimpleGrid>
            <PersonFields form={form} organisationId={form.values.organisation[0]?.id} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={() => void navigate({ to: '/personas' })}>{t('common.cancel')}</Button>
              <Button type="submit" loading={save.isPending}>{t('people.save')}</Button>
            </Group>
          </Stack>
        </form>
      </Section>
    </>
  );
}
