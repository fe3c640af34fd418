import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOrganisations } from '../../app/pickers/find-organisations.js';
import { useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation } from '../../app/use-api.js';
import { DayField } from '../../ui/day-field.js';
import { DayRange } from '../../ui/day-text.js';
import { today } from '../../ui/days.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { useNames } from './names.js';
import { OrganisationLink } from './organisation-link.js';
import { EndRelationship, RelateOrganisations, type Organisation } from './operations.js';

type Relationship = Organisation['relationships'][number];

/** Its typed ties to other organisations, read from its end. */
export function RelationshipsSection({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Relationship | null>(null);
  const { relationships, viewerCan } = organisation;
  const mayAmend = viewerCan.includes('amend');
  return (
    <Section title={t('organisations.relationships')} count={relationships.length}
      actions={mayAmend && <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>{t('organisations.addRelationship')}</Button>}>
      {relationships.length === 0 && <Text size="sm" c="gray.7">{t('organisations.relationshipsEmpty')}</Text>}
      <Stack gap="sm">{relationships.map((each) => <Row key={each.id} tie={each} onEnd={mayAmend && each.current && !each.toDay ? () => setEnding(each) : undefined} />)}</Stack>
      {adding && <AddRelationship organisationId={organisation.id} onClose={() => setAdding(false)} />}
      {ending && <EndDialog tie={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function Row({ tie: { label, organisation, fromDay, toDay, current }, onEnd }: { tie: Relationship; onEnd?: () => void }) {
  const { t } = useTranslation();
  const { nameOf, language } = useNames();
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text size="sm" c={current ? undefined : 'gray.6'}>{language === 'en' ? label.en : label.es} <OrganisationLink id={organisation.id}>{nameOf(organisation)}</OrganisationLink></Text>
        {(fromDay || toDay) && <Text size="xs" c="gray.7"><DayRange from={fromDay ?? null} to={toDay ?? null} /></Text>}
      </div>
      {onEnd && <Button size="compact-xs" variant="subtle" color="gray" onClick={onEnd}>{t('organisations.endRelationship')}</Button>}
    </Group>
  );
}

interface Tie { choice: string | null; toId: PickOption[]; fromDay: string | null; toDay: string | null }

/** A type reads two ways: "member of" and "has member" are one type from its two ends. */
function AddRelationship({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { relationshipChoices } = useTaxonomies();
  const form = useForm<Tie>({ initialValues: { choice: null, toId: [], fromDay: null, toDay: null } });
  const problems = useProblems(form);
  const save = useApiMutation(RelateOrganisations, { onDone: onClose });
  const submit = form.onSubmit(({ choice, toId, fromDay, toDay }) => {
    problems.clear();
    const [type = '', reversed] = (choice ?? '').split('<');
    const other = toId[0]?.id ?? '';
    const ends = reversed === undefined ? { fromId: organisationId, toId: other } : { fromId: other, toId: organisationId };
    save.mutate({ input: { type, ...ends, fromDay, toDay } }, { onError: problems.show });
  });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('organisations.addRelationship')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <Select label={t('organisations.relationshipType')} required data={relationshipChoices} {...form.getInputProps('choice')} />
          <PickOrCreate label={t('organisations.relationshipWith')} required max={1} find={findOrganisations} value={form.values.toId}
            onChange={(chosen) => form.setFieldValue('toId', chosen)} error={form.errors['toId']} />
          <Group grow align="flex-start">
            <DayField label={t('common.day.from')} value={form.values.fromDay} onChange={(day) => form.setFieldValue('fromDay', day)} error={form.errors['fromDay']} />
            <DayField label={t('common.day.to')} value={form.values.toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
          </Group>
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.values.choice || form.values.toId.length === 0}>{t('common.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function EndDialog({ tie, onClose }: { tie: Relationship; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { toDay: today() as string | null } });
  const problems = useProblems(form);
  const end = useApiMutation(EndRelationship, { onDone: onClose });
  const { toDay } = form.values;
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('organisations.endRelationshipTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="md">
        <ProblemSummary text={problems.summary} />
        <Text size="sm">{t('organisations.endRelationshipBody')}</Text>
        <DayField label={t('common.day.to')} required value={toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
        <Group justify="flex-end">
          <Button loading={end.isPending} disabled={!toDay} onClick={() => toDay && end.mutate({ id: tie.id, version: tie.version, toDay }, { onError: problems.show })}>{t('organisations.endRelationship')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
