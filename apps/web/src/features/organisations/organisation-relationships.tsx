import { ActionIcon, Button, Group, Menu, Modal, Select, Stack, Text } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../app/organisation-names.js';
import { findOrganisations } from '../../app/pickers/find-organisations.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { DayRange } from '../../ui/day-text.js';
import { today } from '../../ui/days.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { OrganisationLink } from './organisation-link.js';
import { AmendRelationship, EndRelationship, RelateOrganisations, RemoveRelationship, type Organisation } from './operations.js';

type Relationship = Organisation['relationships'][number];

type Verb = 'amend' | 'end' | 'remove';

/** Its typed ties to other organisations, read from its end; those that are over below. */
export function RelationshipsSection({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<{ verb: Verb; tie: Relationship } | null>(null);
  const { relationships, viewerCan } = organisation;
  const mayAmend = viewerCan.includes('amend');
  const over = (tie: Relationship) => !tie.current && tie.toDay != null && tie.toDay < today();
  const row = (tie: Relationship) => <Row key={tie.id} tie={tie} onDo={mayAmend ? (verb) => setDoing({ verb, tie }) : undefined} />;
  const former = relationships.filter(over);
  const close = () => setDoing(null);
  return (
    <Section title={t('organisations.relationships')} count={relationships.length - former.length}
      actions={mayAmend && <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>{t('organisations.addRelationship')}</Button>}>
      {relationships.length === 0 && <Text size="sm" c="gray.7">{t('organisations.relationshipsEmpty')}</Text>}
      <Stack gap="sm">
        {relationships.filter((each) => !over(each)).map(row)}
        {former.length > 0 && <Text size="xs" fw={600} c="gray.7" mt="xs">{t('organisations.formerRelationships')}</Text>}
        {former.map(row)}
      </Stack>
      {adding && <AddRelationship organisationId={organisation.id} onClose={() => setAdding(false)} />}
      {doing?.verb === 'amend' && <AmendRelationshipDialog tie={doing.tie} onClose={close} />}
      {doing?.verb === 'end' && <EndDialog tie={doing.tie} onClose={close} />}
      {doing?.verb === 'remove' && <RemoveDialog tie={doing.tie} onClose={close} />}
    </Section>
  );
}

function Row({ tie: { label, organisation, fromDay, toDay, current }, onDo }: { tie: Relationship; onDo?: (verb: Verb) => void }) {
  const { t, i18n } = useTranslation();
  const words = i18n.language === 'en' ? label.en : label.es;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text size="sm" c={current ? undefined : 'gray.7'}>{words} <OrganisationLink id={organisation.id}>{fullName(organisation)}</OrganisationLink></Text>
        {(fromDay || toDay) && <Text size="xs" c="gray.7"><DayRange from={fromDay ?? null} to={toDay ?? null} /></Text>}
      </div>
      {onDo && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('organisations.moreForRelationship', { label: words, name: fullName(organisation) })}><IconDots size={17} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onDo('amend')}>{t('organisations.amendRelationship')}</Menu.Item>
            {!toDay && <Menu.Item onClick={() => onDo('end')}>{t('organisations.endRelationship')}</Menu.Item>}
            <Menu.Item color="red.8" onClick={() => onDo('remove')}>{t('organisations.removeRelationship')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
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
          <Days form={form as unknown as DaysForm} />
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

/** Its type, from which end it is said, and its days; another pair is another tie. */
function AmendRelationshipDialog({ tie, onClose }: { tie: Relationship; onClose: () => void }) {
  const { t } = useTranslation();
  const { relationshipChoices } = useTaxonomies();
  // What reads the same from both ends has one choice.
  const chosen = tie.fromHere || !relationshipChoices.some(({ value }) => value === `${tie.type}<`) ? tie.type : `${tie.type}<`;
  const form = useForm<Omit<Tie, 'toId'>>({ initialValues: { choice: chosen, fromDay: tie.fromDay ?? null, toDay: tie.toDay ?? null } });
  const problems = useProblems(form);
  const save = useApiMutation(AmendRelationship, { onDone: onClose });
  const submit = form.onSubmit(({ choice, fromDay, toDay }) => {
    problems.clear();
    const [type = '', reversed] = (choice ?? '').split('<');
    const turned = choice !== chosen && (reversed === undefined) !== tie.fromHere;
    save.mutate({ id: tie.id, version: tie.version, input: { type, turned, fromDay, toDay } }, { onError: problems.show });
  });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('organisations.amendRelationship')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemSummary text={problems.summary} />
          <Select label={t('organisations.relationshipType')} required allowDeselect={false} data={relationshipChoices} {...form.getInputProps('choice')} error={form.errors['choice'] ?? form.errors['type']} />
          <Days form={form as unknown as DaysForm} />
          <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{t('common.save')}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}

type DaysForm = UseFormReturnType<{ fromDay: string | null; toDay: string | null }>;

function Days({ form }: { form: DaysForm }) {
  const { t } = useTranslation();
  return (
    <Group grow align="flex-start">
      <DayField label={t('common.day.from')} value={form.values.fromDay} onChange={(day) => form.setFieldValue('fromDay', day)} error={form.errors['fromDay']} />
      <DayField label={t('common.day.to')} value={form.values.toDay} onChange={(day) => form.setFieldValue('toDay', day)} error={form.errors['toDay']} />
    </Group>
  );
}

function RemoveDialog({ tie: { id, version }, onClose }: { tie: Relationship; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useApiMutation(RemoveRelationship, { onDone: onClose });
  return (
    <ConfirmDialog opened onClose={onClose} destructive busy={remove.isPending} title={t('organisations.removeRelationshipTitle')} action={t('organisations.removeIt')} onConfirm={() => remove.mutate({ id, version })}
      body={<Stack gap="sm"><ProblemSummary text={remove.error ? errorText(t, remove.error) : null} />{t('organisations.removeRelationshipBody')}</Stack>} />
  );
}
