import { Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useProblems } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { DayField } from '../../ui/day-field.js';
import { formatDay } from '../../ui/days.js';
import { formatNumber } from '../../ui/numbers.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { TREND, type Indicator } from './operations.js';

const SetTarget = graphql(`
  mutation SetTarget($indicator: String!, $year: Int!, $value: Float, $rationale: String) { setTarget(indicator: $indicator, year: $year, value: $value, rationale: $rationale) }
`);
const SetBaseline = graphql(`
  mutation SetBaseline($indicator: String!, $on: Day!, $value: Float) { setBaseline(indicator: $indicator, on: $on, value: $value) }
`);

/** From what the indicator starts and what it is to reach; edited by the office. */
export function TargetsSection({ indicator }: { indicator: Indicator }) {
  const { t, i18n } = useTranslation();
  const [editing, setEditing] = useState<number | 'baseline' | null>(null);
  const may = useMay('target.set');
  const years = Array.from({ length: TREND.toYear - TREND.fromYear + 1 }, (_, at) => TREND.fromYear + at);
  const targetOf = (year: number) => indicator.targets.find((each) => each.year === year);
  const shown = may ? years : years.filter(targetOf);
  return (
    <Section title={t('indicators.targets')} intro={baselineText(t, indicator, i18n.language)}
      actions={may && <Button size="xs" variant="default" onClick={() => setEditing('baseline')}>{t('indicators.editBaseline')}</Button>}>
      {shown.length === 0 ? <Text size="sm" c="gray.7">{t('indicators.noTargetHint')}</Text> : (
        <Table.ScrollContainer minWidth={300} type="native">
          <Table fz="sm" verticalSpacing={4} aria-label={t('indicators.targets')}>
            <Table.Thead><Table.Tr><Table.Th scope="col">{t('indicators.year')}</Table.Th><Table.Th ta="right" scope="col">{t('indicators.targetShort')}</Table.Th><Table.Th scope="col">{t('indicators.rationale')}</Table.Th>{may && <Table.Th />}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {shown.map((year) => (
                <Table.Tr key={year}>
                  <Table.Th scope="row" fw={500}>{year}</Table.Th>
                  <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>{targetOf(year) ? formatNumber(targetOf(year)!.value, i18n.language) : t('common.notGiven')}</Table.Td>
                  <Table.Td c="gray.7">{targetOf(year)?.rationale}</Table.Td>
                  {may && <Table.Td ta="right"><Button size="compact-xs" variant="subtle" aria-label={t('indicators.editTarget', { year })} onClick={() => setEditing(year)}>{t(targetOf(year) ? 'common.edit' : 'common.add')}</Button></Table.Td>}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {typeof editing === 'number' && <TargetDialog key={editing} indicator={indicator} year={editing} onClose={() => setEditing(null)} />}
      {editing === 'baseline' && <BaselineDialog indicator={indicator} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function baselineText(t: TFunction, { baselineOn, baselineValue }: Indicator, language: string): string {
  if (!baselineOn) return t('indicators.noBaseline');
  return t('indicators.baseline', { value: baselineValue ?? 0, day: formatDay(baselineOn, language) });
}

function TargetDialog({ indicator, year, onClose }: { indicator: Indicator; year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const known = indicator.targets.find((each) => each.year === year);
  const form = useForm({ initialValues: { value: known?.value ?? ('' as number | ''), rationale: known?.rationale ?? '' } });
  const problems = useProblems(form);
  const save = useApiMutation(SetTarget, { onDone: onClose });
  const send = (value: number | null, rationale: string) =>
    save.mutate({ indicator: indicator.code, year, value, rationale: rationale.trim() || null }, { onError: problems.show });
  const submit = form.onSubmit(({ value, rationale }) => {
    problems.clear();
    if (value === '') form.setFieldError('value', t('errors.problems.required'));
    else send(value, rationale);
  });
  return (
    <Modal opened onClose={onClose} size="sm" title={<Text fw={600}>{t('indicators.editTarget', { year })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemSummary text={problems.summary} />
          <NumberInput label={t('indicators.targetShort')} min={0} required data-autofocus key={form.key('value')} {...form.getInputProps('value')} />
          <TextInput label={t('indicators.rationale')} description={t('indicators.rationaleHint')} key={form.key('rationale')} {...form.getInputProps('rationale')} />
          <Group justify="space-between" mt="xs">
            {known ? <Button variant="subtle" color="red.8" loading={save.isPending} onClick={() => send(null, '')}>{t('common.remove')}</Button> : <span />}
            <Group gap="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={save.isPending}>{t('common.save')}</Button></Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function BaselineDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { value: indicator.baselineValue ?? ('' as number | ''), on: indicator.baselineOn ?? null } });
  const problems = useProblems(form);
  const save = useApiMutation(SetBaseline, { onDone: onClose });
  const submit = form.onSubmit(({ value, on }) => {
    problems.clear();
    if (!on) form.setFieldError('on', t('errors.problems.required'));
    else save.mutate({ indicator: indicator.code, on, value: value === '' ? null : value }, { onError: problems.show });
  });
  return (
    <Modal opened onClose={onClose} size="sm" title={<Text fw={600}>{t('indicators.editBaseline')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemSummary text={problems.summary} />
          <DayField label={t('indicators.baselineOn')} required value={form.values.on} onChange={(day) => form.setFieldValue('on', day)} error={form.errors.on} />
          <NumberInput label={t('indicators.value')} description={t('indicators.baselineHint')} min={0} key={form.key('value')} {...form.getInputProps('value')} />
          <Group justify="flex-end" gap="xs" mt="xs"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={save.isPending}>{t('common.save')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
