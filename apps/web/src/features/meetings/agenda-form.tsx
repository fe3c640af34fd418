import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { ActionIcon, Button, Group, NumberInput, Paper, Select, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { agendaTimes, reordered } from '@tejido/domain/agenda.js';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { useViewer } from '../../app/session.js';
import { useAmendment } from '../../app/use-amendment.js';
import { useApiMutation } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { agendaInput, agendaRows, isBlank, newRow, ownerChoices, type AgendaRow } from './agenda-values.js';
import { AgendaTotal, type PlannedMeeting } from './meeting-plan.js';

const KeepAgenda = graphql(`
  mutation KeepAgenda($id: ID!, $version: Int!, $agenda: [AgendaItemInput!]!) { amendMeeting(id: $id, version: $version, input: { agenda: $agenda }) { id } }
`);
const AgendaNow = graphql(`
  query AgendaNow($id: ID!) {
    meeting(id: $id) { version agenda { id title minutes ownerOrganisation { id name nameEn acronym acronymEn } ownerPerson { id name } ownerUserId ownerUser } }
  }
`);

type Values = { agenda: AgendaRow[] };

/** The points of an agenda, one a line: Enter begins the next one, Alt with an arrow moves it, so does dragging. */
export function AgendaForm({ meeting, length, onDone }: { meeting: PlannedMeeting; length: number | null; onDone: () => void }) {
  const { t } = useTranslation();
  const keep = useApiMutation(KeepAgenda);
  const { id, version, agenda } = meeting;
  const edit = useAmendment<Values>({
    page: `agenda.${id}`, recorded: { version, values: { agenda: agenda.length > 0 ? agendaRows(agenda) : FIRST } },
    save: (against, changes, values) => keep.mutateAsync({ id, version: against, agenda: agendaInput(changes.agenda ?? values.agenda) }),
    reread: async () => { const now = (await request(AgendaNow, { id })).meeting; return now ? { version: now.version, values: { agenda: agendaRows(now.agenda) } } : null; },
    onDone: () => { notifications.show({ color: 'teal', message: t('calendars.agenda.saved') }); onDone(); },
  });
  const rows = edit.form.values.agenda;
  const times = agendaTimes(rows.filter((row) => !isBlank(row)), length);
  const submit = () => {
    // Problems are told by the place of a point: what says nothing goes first.
    const told = rows.filter((row) => !isBlank(row));
    if (told.length < rows.length) edit.form.setFieldValue('agenda', told.length > 0 ? told : [newRow()]);
    void edit.submit();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate>
      <Stack gap="sm">
        {edit.restored && <DraftNotice onDiscard={edit.discard} />}
        <ProblemSummary text={edit.problems.summary} />
        <Rows rows={rows} meeting={meeting} errors={edit.form.errors} onChange={(next) => edit.form.setFieldValue('agenda', next)} />
        <AgendaTotal total={times.total} length={length} left={times.left} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => { edit.discard(); onDone(); }}>{t('common.cancel')}</Button>
          <Button type="submit" loading={edit.busy}>{t('calendars.agenda.save')}</Button>
        </Group>
      </Stack>
      <ConflictDialog edit={edit.conflict} label={() => t('calendars.agenda.title')} show={(_, value) => (value as AgendaRow[]).map(({ title, minutes }) => (minutes ? `${title} (${minutes} min)` : title)).join('\n')}
        busy={edit.busy} onResolve={(values) => void edit.resolve(values)} onClose={edit.backToForm} />
    </form>
  );
}

const FIRST = [newRow()];

interface RowsProps { rows: AgendaRow[]; meeting: PlannedMeeting; errors: Record<string, unknown>; onChange: (rows: AgendaRow[]) => void }

function Rows({ rows, meeting, errors, onChange }: RowsProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const owners = ownerChoices(meeting, viewer);
  const [focused, setFocused] = useState<string | null>(rows.at(-1)!.key);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length || from === to) return;
    onChange(reordered(rows, from, to));
    setFocused(rows[from]!.key);
    setSaid(t('calendars.agenda.moved', { title: rows[from]!.title, place: to + 1, count: rows.length }));
  };
  const add = (after: number) => {
    const row = newRow();
    onChange([...rows.slice(0, after + 1), row, ...rows.slice(after + 1)]);
    setFocused(row.key);
  };
  const dropped = ({ source, destination }: DropResult) => { if (destination) move(source.index, destination.index); };
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
    }
  };
  return (
    <>
      <DragDropContext onDragEnd={dropped} dragHandleUsageInstructions={t('calendars.agenda.dragHelp')}>
        <Droppable droppableId="agenda">
          {(list) => (
            <Stack gap="xs" ref={list.innerRef} {...list.droppableProps} role="list" aria-label={t('calendars.agenda.title')}>
              {rows.map((row, at) => (
                <Draggable key={row.key} draggableId={row.key} index={at}>
                  {(item) => (
                    <Paper withBorder p="xs" ref={item.innerRef} {...item.draggableProps} role="listitem" onKeyDown={onKeyDown(at)}>
                      <Row row={row} at={at} owners={owners} errors={errors} focused={focused === row.key} handle={item.dragHandleProps} onEnter={() => add(at)}
                        onChange={(next) => onChange(rows.map((each) => (each.key === row.key ? next : each)))}
                        onRemove={() => onChange(rows.length > 1 ? rows.filter((each) => each.key !== row.key) : [newRow()])} />
                    </Paper>
                  )}
                </Draggable>
              ))}
              {list.placeholder}
            </Stack>
          )}
        </Droppable>
      </DragDropContext>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Group><Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => add(rows.length - 1)}>{t('calendars.agenda.add')}</Button></Group>
    </>
  );
}

interface RowProps {
  row: AgendaRow; at: number; owners: { value: string; label: string }[]; errors: Record<string, unknown>; focused: boolean; handle: object | null;
  onChange: (row: AgendaRow) => void; onEnter: () => void; onRemove: () => void;
}

function Row({ row, at, owners, errors, focused, handle, onChange, onEnter, onRemove }: RowProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => { if (focused) input.current?.focus(); }, [focused, at]);
  const number = at + 1;
  const error = (field: string) => errors[`agenda.${at}${field}`] as string | undefined;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <ActionIcon variant="subtle" color="gray" size="lg" component="div" {...handle} aria-label={t('calendars.agenda.handle', { number })} style={{ cursor: 'grab', flexShrink: 0 }}><IconGripVertical size={16} /></ActionIcon>
      <Group gap="xs" flex={1} align="flex-start">
        <TextInput ref={input} flex="1 1 200px" aria-label={t('calendars.agenda.pointOf', { number })} placeholder={t('calendars.agenda.point')} maxLength={300} value={row.title} error={error('.title') ?? error('')}
          onChange={(event) => onChange({ ...row, title: event.currentTarget.value })}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) { event.preventDefault(); if (row.title.trim() !== '') onEnter(); } }} />
        <NumberInput w={92} aria-label={t('calendars.agenda.minutesOf', { number })} placeholder="min" min={1} max={1440} allowDecimal={false} hideControls value={row.minutes ?? ''} error={error('.minutes')}
          onChange={(value) => onChange({ ...row, minutes: typeof value === 'number' ? value : null })} />
        <Select flex="0 1 190px" aria-label={t('calendars.agenda.ownerOf', { number })} placeholder={t('calendars.agenda.owner')} data={owners} value={row.owner || null} clearable searchable
          error={error('.ownerOrganisationId') ?? error('.ownerPersonId') ?? error('.ownerUserId')} onChange={(owner) => onChange({ ...row, owner: owner ?? '' })} />
      </Group>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('calendars.agenda.remove', { number })} onClick={onRemove}><IconX size={16} /></ActionIcon>
    </Group>
  );
}
