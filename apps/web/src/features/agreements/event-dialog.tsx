import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findPeople } from '../../app/pickers/find-people.js';
import { ApiError } from '../../app/graphql.js';
import { useProblems } from '../../app/problems.js';
import { DayField } from '../../ui/day-field.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';

/** What is told: days under their names in the mutation, the reason, who signed. */
export interface Told { [day: string]: string | null }

export interface AgreementEvent {
  title: string;
  /** What will follow from it. */
  body?: string;
  /** The verb of the button. */
  action: string;
  destructive?: boolean;
  days: readonly { name: string; label: string; description?: string; optional?: boolean; initial?: string | null }[];
  withReason?: boolean;
  /** A person, under this name in the mutation. */
  person?: { name: string; label: string; initial?: PickOption | null; required?: boolean };
  /** A choice among what the agreement has. */
  choice?: { name: string; label: string; description?: string; options: readonly { value: string; label: string }[]; initial?: string | null; placeholder?: string };
  record: (told: Told) => Promise<unknown>;
}

/** A small dialog that records what happened to an agreement on a day. What was told stays until the server has it. */
export function EventDialog({ event, onClose }: { event: AgreementEvent | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={event !== null} onClose={onClose} title={<Text fw={600}>{event?.title}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {event && <EventForm key={event.title} event={event} onClose={onClose} />}
    </Modal>
  );
}

function EventForm({ event, onClose }: { event: AgreementEvent; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<PickOption[]>(event.person?.initial ? [event.person.initial] : []);
  const [busy, setBusy] = useState(false);
  const form = useForm<Told>({ initialValues: {
    ...Object.fromEntries(event.days.map(({ name, initial }) => [name, initial ?? null])), ...(event.withReason ? { reason: '' } : {}), ...(event.person ? { [event.person.name]: null } : {}), ...(event.choice ? { [event.choice.name]: event.choice.initial ?? null } : {}),
  } });
  const problems = useProblems(form);
  const submit = form.onSubmit(async (told) => {
    problems.clear();
    const missing: { name: string }[] = event.days.filter(({ name, optional }) => !optional && told[name] === null);
    if (event.person?.required && chosen.length === 0) missing.push(event.person);
    if (missing.length > 0) return form.setErrors(Object.fromEntries(missing.map(({ name }) => [name, t('errors.problems.required')])));
    setBusy(true);
    try {
      await event.record({ ...told, ...(event.person ? { [event.person.name]: chosen[0]?.id ?? null } : {}) });
      onClose();
    } catch (error) {
      // Somebody changed it meanwhile: the page reads it again, and the same button sends this against the new version.
      if (error instanceof ApiError && error.code === 'CONFLICT_STALE') await client.invalidateQueries();
      problems.show(error);
    } finally {
      setBusy(false);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {event.body && <Text size="sm" c="gray.7">{event.body}</Text>}
        <ProblemSummary text={problems.summary} />
        {event.days.map(({ name, label, description, optional }) => (
          <DayField key={name} label={label} description={description} required={!optional} value={form.values[name] ?? null} error={form.errors[name]}
            onChange={(day) => { form.setFieldValue(name, day); form.clearFieldError(name); }} />
        ))}
        {event.person && <PickOrCreate label={event.person.label} required={event.person.required} max={1} value={chosen} onChange={(people) => { setChosen(people); form.clearFieldError(event.person!.name); }} find={findPeople} error={form.errors[event.person.name]} />}
        {event.choice && event.choice.options.length > 0 && <Select label={event.choice.label} description={event.choice.description} placeholder={event.choice.placeholder} data={[...event.choice.options]} clearable {...form.getInputProps(event.choice.name)} />}
        {event.withReason && <Textarea label={t('agreements.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={busy} color={event.destructive ? 'red.8' : undefined}>{event.action}</Button>
        </Group>
      </Stack>
    </form>
  );
}
