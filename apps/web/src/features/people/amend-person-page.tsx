import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnlyToAmend } from '../../app/not-allowed.js';
import { ApiError, request } from '../../app/graphql.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { compareStaleEdit, type StaleEdit } from '../../ui/conflicts.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { useDraft } from '../../ui/use-draft.js';
import { AmendPerson, PersonOperation, type Person } from './operations.js';
import { PersonFields } from './person-fields.js';
import { changesOf, filledContacts, valuesOf, type ContactValues, type PersonValues } from './person-values.js';

/** Edits a person; posts are started and ended on the person's page. */
export function AmendPersonPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(PersonOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ person }) => <OnlyToAmend record={person} page="/personas/$id">{(found) => <Form person={found} />}</OnlyToAmend>}
    </Loaded>
  );
}

interface Begun { original: PersonValues; version: number }

function Form({ person }: { person: Person }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = person;
  const draft = useDraft<Begun & { values: PersonValues }>(`person.v2.${id}`);
  const [begun, setBegun] = useState<Begun>(() => draft.restored ?? { original: valuesOf(person), version: person.version });
  const form = useForm<PersonValues>({ initialValues: draft.restored?.values ?? begun.original, onValuesChange: (values) => draft.keep({ ...begun, values }) });
  const problems = useProblems(form);
  const [conflict, setConflict] = useState<StaleEdit<PersonValues> | null>(null);
  const save = useApiMutation(AmendPerson, { onDone: () => {
    draft.forget();
    notifications.show({ color: 'green', message: t('people.saved') });
    void navigate({ to: '/personas/$id', params: { id } });
  } });
  const write = (values: PersonValues, from: Begun) => {
    problems.clear();
    const stale = (error: Error) => error instanceof ApiError && error.code === 'CONFLICT_STALE';
    save.mutate({ id, version: from.version, input: changesOf(from.original, values) }, { onError: (error) => (stale(error) ? void compare(values, from).catch(problems.show) : problems.show(error)) });
  };
  const compare = async (yours: PersonValues, from: Begun) => {
    const { person: now } = await request(PersonOperation, { id });
    if (!now) throw new ApiError('NOT_FOUND');
    const edit = compareStaleEdit(from.original, valuesOf(now), yours);
    const next = { original: valuesOf(now), version: now.version };
    setBegun(next);
    if (edit.conflicts.length === 0) write(edit.merged, next);
    else setConflict(edit);
  };
  return (
    <>
      <PageHeader title={t('people.amendTitle')} above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/personas/$id" params={{ id }} />}>{person.name}</Anchor>} />
      <Section>
        <form onSubmit={form.onSubmit((typed) => { const values = filledContacts(typed); form.setValues(values); write(values, begun); })} noValidate>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); setBegun({ original: valuesOf(person), version: person.version }); form.setValues(valuesOf(person)); }} />}
            <ProblemSummary text={problems.summary} />
            <PersonFields form={form} exceptId={id} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={() => { draft.forget(); void navigate({ to: '/personas/$id', params: { id } }); }}>{t('common.cancel')}</Button>
              <Button type="submit" loading={save.isPending}>{t('people.save')}</Button>
            </Group>
          </Stack>
        </form>
      </Section>
      <Conflicts edit={conflict} busy={save.isPending} onClose={() => setConflict(null)} onResolve={(values) => { setConflict(null); form.setValues(values); write(values, begun); }} />
    </>
  );
}

function Conflicts(props: { edit: StaleEdit<PersonValues> | null; busy: boolean; onResolve: (values: PersonValues) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const names: Record<keyof PersonValues, string> = {
    name: t('people.name'), contactPoints: t('people.contact'), languages: t('people.languages'), consentBasis: t('people.basis'), consentOn: t('people.consentOn'),
    notes: t('people.notes'), visibility: t('people.visibleTo'), country: t('people.owner'),
  };
  const show = (field: keyof PersonValues, value: unknown) => {
    if (field === 'visibility') return t(`common.visibility.${value as 'public'}`);
    if (field === 'consentBasis' && value) return t(`people.bases.${value as 'consent'}`);
    if (field === 'country') return label('country', value as string | null) || null;
    if (field === 'contactPoints') return (value as ContactValues[]).map((each) => each.value).join(', ') || null;
    return Array.isArray(value) ? value.join(', ') || null : value ? String(value) : null;
  };
  return <ConflictDialog {...props} label={(field) => names[field]} show={show} />;
}
