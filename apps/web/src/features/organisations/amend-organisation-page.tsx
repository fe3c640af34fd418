import { Anchor, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, request } from '../../app/graphql.js';
import { OnlyToAmend } from '../../app/not-allowed.js';
import { shortName } from '../../app/organisation-names.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { compareStaleEdit, type StaleEdit } from '../../ui/conflicts.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { useDraft } from '../../ui/use-draft.js';
import { OrganisationFields, SaveButtons } from './organisation-fields.js';
import { changesOf, valuesOf, type OrganisationValues } from './organisation-values.js';
import { OrganisationOperation, type Organisation } from './operations.js';

const Amend = graphql(`
  mutation AmendOrganisation($id: ID!, $version: Int!, $input: OrganisationInput!) { amendOrganisation(id: $id, version: $version, input: $input) { id } }
`);

/** Edits an organisation. Somebody else's edit meanwhile is shown field by field, and nothing typed is lost. */
export function AmendOrganisationPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(OrganisationOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ organisation }) => <OnlyToAmend record={organisation} page="/organizaciones/$id">{(found) => <Form organisation={found} />}</OnlyToAmend>}
    </Loaded>
  );
}

/** What the edit began with: the record as it was read then. A draft remembers it, so that an old draft is still compared rightly. */
interface Begun { original: OrganisationValues; version: number }

function Form({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = organisation;
  const draft = useDraft<Begun & { values: OrganisationValues }>(`organisation.${id}`);
  const [begun, setBegun] = useState<Begun>(() => draft.restored ?? { original: valuesOf(organisation), version: organisation.version });
  const form = useForm<OrganisationValues>({ initialValues: draft.restored?.values ?? begun.original, onValuesChange: (values) => draft.keep({ ...begun, values }) });
  const problems = useProblems(form);
  const [conflict, setConflict] = useState<StaleEdit<OrganisationValues> | null>(null);
  const save = useApiMutation(Amend, { onDone: () => {
    draft.forget();
    notifications.show({ color: 'green', message: t('organisations.saved') });
    void navigate({ to: '/organizaciones/$id', params: { id } });
  } });
  const write = (values: OrganisationValues, from: Begun) => {
    problems.clear();
    const onError = (error: Error) => (isStale(error) ? void compare(values, from).catch(problems.show) : problems.show(error));
    save.mutate({ id, version: from.version, input: changesOf(from.original, values) }, { onError });
  };
  const compare = async (yours: OrganisationValues, from: Begun) => {
    const { organisation: now } = await request(OrganisationOperation, { id });
    if (!now) throw new ApiError('NOT_FOUND', []);
    const edit = compareStaleEdit(from.original, valuesOf(now), yours);
    const next = { original: valuesOf(now), version: now.version };
    setBegun(next);
    draft.keep({ ...next, values: edit.merged });
    // Whoever changed other fields is in nobody's way.
    if (edit.conflicts.length === 0) write(edit.merged, next);
    else setConflict(edit);
  };
  return (
    <>
      <PageHeader title={t('organisations.amendTitle')}
        above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id }} />}>{shortName(organisation)}</Anchor>} />
      <Section>
        <form onSubmit={form.onSubmit((values) => write(values, begun))} noValidate>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); const fresh = valuesOf(organisation); setBegun({ original: fresh, version: organisation.version }); form.setValues(fresh); }} />}
            <ProblemSummary text={problems.summary} />
            <OrganisationFields form={form} id={id} open />
            <SaveButtons busy={save.isPending} onCancel={() => { draft.forget(); void navigate({ to: '/organizaciones/$id', params: { id } }); }} />
          </Stack>
        </form>
      </Section>
      <Conflicts edit={conflict} busy={save.isPending} onClose={() => { if (conflict) form.setValues(withYours(conflict)); setConflict(null); }}
        onResolve={(values) => { setConflict(null); form.setValues(values); write(values, begun); }} />
    </>
  );
}

const isStale = (error: Error) => error instanceof ApiError && error.code === 'CONFLICT_STALE';

/** The record now, with all that was typed: what the form shows when the choice is put off. */
const withYours = ({ merged, conflicts }: StaleEdit<OrganisationValues>): OrganisationValues =>
  conflicts.reduce((values, each) => ({ ...values, [each.field]: each.yours }), merged);

interface ConflictsProps { edit: StaleEdit<OrganisationValues> | null; busy: boolean; onResolve: (values: OrganisationValues) => void; onClose: () => void }

function Conflicts(props: ConflictsProps) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const list = (value: unknown, name: (code: string) => string) => (value as string[]).map(name).join(', ') || null;
  const one = (taxonomy: string) => (value: unknown) => label(taxonomy, value as string | null) || null;
  const parts = (value: unknown) => (value as { value: string }[]).map((each) => each.value).join('\n') || null;
  const picked = (value: unknown) => (value as PickOption[])[0]?.label ?? null;
  const SHOW: Partial<Record<keyof OrganisationValues, (value: unknown) => string | null>> = {
    kind: one('organisation_kind'), audience: one('audience'), scope: one('scope'), seatCountry: one('country'), country: one('country'),
    countries: (value) => list(value, (code) => label('country', code)), themes: (value) => list(value, (code) => label('theme', code)),
    sdgs: (value) => list(value, (code) => label('sdg', code)), names: parts, identifiers: parts, contactPoints: parts, parentId: picked, countsWithId: picked,
    visibility: (value) => t(`common.visibility.${value as 'public'}`), standing: (value) => t(`organisations.standings.${value as 'external'}`),
  };
  const text = (value: unknown) => (value === null || value === '' ? null : String(value));
  const names: Record<keyof OrganisationValues, string> = {
    name: t('organisations.name'), nameEn: t('organisations.nameEn'), acronym: t('organisations.acronym'), acronymEn: t('organisations.acronymEn'), standing: t('organisations.standing'),
    audience: t('organisations.audience'), kind: t('organisations.kind'), scope: t('organisations.scope'), seatCountry: t('organisations.seat'), countries: t('organisations.works'),
    themes: t('organisations.theme'), sdgs: t('organisations.sdgs'), parentId: t('organisations.parent'), countsWithId: t('organisations.countsWith'), names: t('organisations.otherNames'),
    identifiers: t('organisations.identifiers'), contactPoints: t('organisations.contacts'), description: t('organisations.description'), visibility: t('organisations.visibleTo'), country: t('organisations.owner'),
  };
  return <ConflictDialog {...props} label={(field) => names[field]} show={(field, value) => (SHOW[field] ?? text)(value)} />;
}
