import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { overlappingTerm } from '@tejido/domain/presidency.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, request } from '../../app/graphql.js';
import { useProblems } from '../../app/problems.js';
import { useCoalition } from '../../app/session.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { compareStaleEdit, type StaleEdit } from '../../ui/conflicts.js';
import { countryName } from '../../ui/countries.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay } from '../../ui/days.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { CountrySelect } from '../../ui/selects.js';
import { StrategyOperation, type Term } from './operations.js';

const Add = graphql(`
  mutation AddPresidencyTerm($input: PresidencyTermInput!) { addPresidencyTerm(input: $input) }
`);
const Amend = graphql(`
  mutation AmendPresidencyTerm($id: ID!, $version: Int!, $input: PresidencyTermInput!) { amendPresidencyTerm(id: $id, version: $version, input: $input) }
`);
const Remove = graphql(`
  mutation RemovePresidencyTerm($id: ID!, $version: Int!) { removePresidencyTerm(id: $id, version: $version) }
`);

interface Values { country: string | null; fromDay: string | null; toDay: string | null }

const valuesOf = (term: Term | null, terms: readonly Term[]): Values =>
  // A new term begins where the last one ends.
  (term ? { country: term.country, fromDay: term.fromDay, toDay: term.toDay ?? null } : { country: null, fromDay: terms.at(-1)?.toDay ?? null, toDay: null });

/** A presidency term, new or amended; the day of handover belongs to the next one. */
export function TermDialog({ term, terms, onClose }: { term: Term | null; terms: readonly Term[]; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { members } = useCoalition();
  const form = useForm<Values>({ initialValues: valuesOf(term, terms) });
  const problems = useProblems(form);
  const [stale, setStale] = useState<{ now: Term; edit: StaleEdit<Values> } | null>(null);
  const add = useApiMutation(Add, { onDone: onClose });
  const amend = useApiMutation(Amend, { onDone: onClose });
  const remove = useApiMutation(Remove, { onDone: onClose });
  const failed = async (error: Error) => {
    const now = error instanceof ApiError && error.code === 'CONFLICT_STALE' ? await termNow(term) : null;
    if (now) setStale({ now, edit: compareStaleEdit(valuesOf(term, terms), valuesOf(now, terms), form.getValues()) });
    else problems.show(error);
  };
  const save = (values: Values, version?: number) => {
    setStale(null);
    const input = { country: values.country ?? undefined, fromDay: values.fromDay ?? undefined, toDay: values.toDay };
    if (term) amend.mutate({ id: term.id, version: version ?? term.version, input }, { onError: failed });
    else add.mutate({ input }, { onError: failed });
  };
  const submit = form.onSubmit((values) => {
    problems.clear();
    const errors = missing(t('errors.problems.required'), values);
    if (Object.keys(errors).length > 0) form.setErrors(errors);
    else if (overlaps(term, terms, values)) form.setFieldError('fromDay', t('errors.problems.overlapping'));
    else save(values);
  });
  return (
    <Modal opened onClose={onClose} size="sm" title={<Text fw={600}>{t(term ? 'strategy.amendTerm' : 'strategy.addTerm')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemSummary text={problems.summary} />
          <CountrySelect members={members} required value={form.values.country} onChange={(country) => form.setFieldValue('country', country)} error={form.errors.country} />
          <DayField label={t('strategy.termFrom')} required value={form.values.fromDay} onChange={(day) => form.setFieldValue('fromDay', day)} error={form.errors.fromDay} />
          <DayField label={t('strategy.termTo')} description={t('strategy.termToHint')} value={form.values.toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors.toDay} />
          <Group justify="space-between" mt="xs">
            {term ? <Button variant="subtle" color="red.8" loading={remove.isPending} onClick={() => remove.mutate({ id: term.id, version: term.version }, { onError: failed })}>{t('common.remove')}</Button> : <span />}
            <Group gap="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={add.isPending || amend.isPending}>{t('common.save')}</Button></Group>
          </Group>
        </Stack>
      </form>
      <ConflictDialog edit={stale?.edit ?? null} busy={amend.isPending} onClose={() => setStale(null)} onResolve={(values) => save(values, stale?.now.version)}
        label={(field) => t(`strategy.field.${field}`)} show={(field, value) => shown(field, value, i18n.language)} />
    </Modal>
  );
}

/** The term as it is now; null when it is gone. */
async function termNow(term: Term | null): Promise<Term | null> {
  const { presidencyTerms } = await request(StrategyOperation, {});
  return presidencyTerms.find(({ id }) => id === term?.id) ?? null;
}

function shown(field: keyof Values, value: unknown, language: string): string {
  if (typeof value !== 'string') return '—';
  return field === 'country' ? countryName(value, language) : formatDay(value, language);
}

function missing(required: string, { country, fromDay }: Values): Record<string, string> {
  return { ...(country ? {} : { country: required }), ...(fromDay ? {} : { fromDay: required }) };
}

/** The same rule as the server's, before anything is sent. */
function overlaps(term: Term | null, terms: readonly Term[], { fromDay, toDay }: Values): boolean {
  const others = terms.map((each) => ({ id: each.id, from: each.fromDay, to: each.toDay ?? null }));
  return fromDay !== null && overlappingTerm(others, { id: term?.id, from: fromDay, to: toDay }) !== null;
}
