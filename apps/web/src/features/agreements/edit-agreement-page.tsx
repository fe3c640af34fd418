import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visibility } from '@tejido/domain/policy.js';
import { OnlyToAmend } from '../../app/not-allowed.js';
import { ApiError, request } from '../../app/graphql.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { compareStaleEdit, type StaleEdit } from '../../ui/conflicts.js';
import { formatDay } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { useDraft } from '../../ui/use-draft.js';
import { AgreementFields } from './agreement-form.js';
import { inputOf, valuesOf, type AgreementValues, type EntryChoice, type PartyValues } from './agreement-values.js';
import { AgreementOperation, AmendAgreement, type Agreement } from './operations.js';

/** What a draft was typed over: without it a restored draft could not tell its own changes from another's. */
interface Base { version: number; original: AgreementValues }

/** Edits an agreement; a change that somebody else made meanwhile is shown field by field, and nothing typed is lost. */
export function EditAgreementPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(AgreementOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ agreement }) => <OnlyToAmend record={agreement} page="/acuerdos/$id">{(found) => <Form agreement={found} />}</OnlyToAmend>}
    </Loaded>
  );
}

function Form({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = agreement;
  const draft = useDraft<Base & { values: AgreementValues }>(`agreement.${id}`);
  const [base, setBase] = useState<Base>(() => draft.restored ?? baseOf(agreement));
  const form = useForm<AgreementValues>({
    initialValues: draft.restored?.values ?? base.original, onValuesChange: (values) => draft.keep({ ...base, values }),
  });
  const problems = useProblems(form);
  // The form keeps its base until the reader has chosen: giving up must not make another's change look like one to undo.
  const [conflict, setConflict] = useState<{ edit: StaleEdit<AgreementValues>; now: Base } | null>(null);
  const show = useFieldTexts();
  const leave = () => void navigate({ to: '/acuerdos/$id', params: { id } });
  const amend = useApiMutation(AmendAgreement, { onDone: () => { draft.forget(); leave(); } });
  const save = (values: AgreementValues, over: Base) => {
    problems.clear();
    amend.mutate({ id, version: over.version, input: inputOf(values, over.original) }, { onError: (error) => (isStale(error) ? void compare(values, over) : problems.show(error)) });
  };
  const saveOver = (now: Base, values: AgreementValues) => {
    setBase(now);
    form.setValues(values);
    save(values, now);
  };
  const compare = async (yours: AgreementValues, over: Base) => {
    try {
      const current = (await request(AgreementOperation, { id })).agreement;
      if (!current) return problems.show(new ApiError('NOT_FOUND'));
      const now = baseOf(current);
      const edit = compareStaleEdit(over.original, now.original, yours);
      if (edit.conflicts.length > 0) return setConflict({ edit, now });
      notifications.show({ message: t('agreements.combined') });
      saveOver(now, edit.merged);
    } catch (error) {
      problems.show(error);
    }
  };
  const startOver = () => {
    draft.forget();
    setBase(baseOf(agreement));
    form.setValues(valuesOf(agreement));
  };
  return (
    <>
      <PageHeader title={t('agreements.edit')} above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id }} />}>{agreement.title}</Anchor>} />
      <form onSubmit={form.onSubmit((values) => save(values, base))} noValidate>
        <Stack gap="md" maw={860}>
          {draft.restored && <DraftNotice onDiscard={startOver} />}
          <ProblemSummary text={problems.summary} />
          <Section><AgreementFields form={form} referenceGiven={agreement.referenceGiven} /></Section>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={leave}>{t('common.cancel')}</Button>
            <Button type="submit" loading={amend.isPending}>{t('agreements.save')}</Button>
          </Group>
        </Stack>
      </form>
      <ConflictDialog edit={conflict?.edit ?? null} label={show.name} show={show.value} busy={amend.isPending} onClose={() => setConflict(null)}
        onResolve={(values) => { setConflict(null); if (conflict) saveOver(conflict.now, values); }} />
    </>
  );
}

const baseOf = (agreement: Agreement): Base => ({ version: agreement.version, original: valuesOf(agreement) });

const isStale = (error: unknown) => error instanceof ApiError && error.code === 'CONFLICT_STALE';

/** The form's fields and values as a reader sees them. */
function useFieldTexts() {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const day = (value: unknown) => (value ? formatDay(String(value), i18n.language) : null);
  const name = (field: keyof AgreementValues) => ({
    title: t('agreements.name'), titleEn: t('agreements.titleEn'), reference: t('agreements.reference'), kind: t('agreements.kind'), stage: t('agreements.stage'), summary: t('agreements.summary'),
    parties: t('agreements.parties'), signaturesRequired: t('agreements.signaturesRequired'), entryRule: t('agreements.entryRule'), entryAct: t('agreements.entryAct'), datedOn: t('agreements.datedOn'), giveReference: t('agreements.giveReferenceSwitch'), effectiveFrom: t('agreements.effectiveFrom'), effectiveTo: t('agreements.effectiveTo'),
    inCoalitionName: t('agreements.inCoalitionName'), themes: t('agreements.theme'), sdgs: t('agreements.sdgs'), strategyActivity: t('agreements.strategyActivity'), renewsId: t('agreements.renews'), partOfId: t('agreements.partOf'),
    visibility: t('common.visibility.label'), country: t('agreements.responsibleCountry'),
  } satisfies Record<keyof AgreementValues, string>)[field];
  const value = (field: keyof AgreementValues, shown: unknown): ReactNode => {
    switch (field) {
      case 'kind': return label('agreement_kind', String(shown));
      case 'stage': return t(`agreements.stages.${shown as 'identified'}`);
      case 'entryRule': return t(`agreements.entryRules.${shown as EntryChoice}`);
      case 'datedOn': case 'effectiveFrom': case 'effectiveTo': return day(shown);
      case 'inCoalitionName': case 'giveReference': return t(shown ? 'common.yes' : 'common.no');
      case 'themes': return (shown as string[]).map((code) => label('theme', code)).join(', ') || null;
      case 'sdgs': return (shown as string[]).map((code) => label('sdg', code)).join(', ') || null;
      case 'renewsId': case 'partOfId': return (shown as { label: string } | null)?.label ?? null;
      case 'visibility': return t(`common.visibility.${shown as Visibility}`);
      case 'parties': return (shown as PartyValues[]).map((party) => <div key={party.organisationId}>{[party.label, day(party.signedOn)].filter(Boolean).join(', ')}</div>);
      default: return shown === null || shown === '' ? null : String(shown);
    }
  };
  return { name, value };
}
