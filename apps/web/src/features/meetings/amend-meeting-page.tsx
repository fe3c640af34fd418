import { Anchor, Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnlyToAmend } from '../../app/not-allowed.js';
import { request } from '../../app/graphql.js';
import { organisationOption } from '../../app/pickers/find-organisations.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useAmendment, type Recorded } from '../../app/use-amendment.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { MeetingToAmendQuery, SeriesScope } from '../../gql/graphql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { timeProblems } from './log-meeting-form.js';
import { AgreedField, KindField, MoreMeetingFields, WhenField, WhoFields } from './meeting-fields.js';
import { inputOf, placeOf, typedTime, type Guest, type MeetingValues } from './meeting-values.js';
import { ScopeField } from './repeat-fields.js';

const MeetingToAmend = graphql(`
  query MeetingToAmend($id: ID!) {
    meeting(id: $id) {
      id title kind mode startsAt endsAt timeZone notes series { id } place placeCountry agreed themes strategyActivity visibility country version viewerCan
      agreement { id title }
      attendees { id presence person { id name } organisation { id name nameEn acronym acronymEn seatCountry } }
    }
  }
`);
const Amend = graphql(`
  mutation AmendMeeting($id: ID!, $version: Int!, $input: MeetingInput!, $scope: SeriesScope) { amendMeeting(id: $id, version: $version, input: $input, scope: $scope) { id } }
`);

type Meeting = NonNullable<MeetingToAmendQuery['meeting']>;

/** Edits a meeting; nobody's edit overwrites another's unseen. Commitments live on their own and are added on the meeting's page. */
export function AmendMeetingPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(MeetingToAmend, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ meeting }) => <OnlyToAmend record={meeting} page="/reuniones/$id">{(found) => <AmendForm meeting={found} />}</OnlyToAmend>}
    </Loaded>
  );
}

function AmendForm({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, title } = meeting;
  const [scope, setScope] = useState<SeriesScope>('ONE');
  const amend = useApiMutation(Amend);
  const show = useShow();
  const toMeeting = () => void navigate({ to: '/reuniones/$id', params: { id } });
  const edit = useAmendment<MeetingValues>({
    page: `meeting.${id}`, recorded: recordedOf(meeting), placeOf,
    save: (version, changes, values) => amend.mutateAsync({ id, version, input: inputOf(changes, values), scope }),
    reread: async () => { const now = (await request(MeetingToAmend, { id })).meeting; return now ? recordedOf(now) : null; },
    onDone: () => { notifications.show({ color: 'teal', message: t('meetings.saved') }); toMeeting(); },
  });
  const { form } = edit;
  const submit = () => {
    const unread = timeProblems(t, form.values);
    if (Object.keys(unread).length > 0) form.setErrors(unread);
    else void edit.submit();
  };
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id }} />}>{title}</Anchor>} title={t('meetings.amendTitle')} />
      <Section>
        <form onSubmit={(event) => { event.preventDefault(); submit(); }} noValidate>
          <Stack gap="md">
            {edit.restored && <DraftNotice onDiscard={edit.discard} />}
            <ProblemSummary text={edit.problems.summary} />
            {meeting.series.length > 1 && <ScopeField value={scope} onChange={setScope} />}
            <TextInput label={t('meetings.name')} required {...form.getInputProps('title')} />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md"><WhenField form={form} /><KindField form={form} /></SimpleGrid>
            <WhoFields form={form} presence />
            <AgreedField form={form} />
            <MoreMeetingFields form={form} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => { edit.discard(); toMeeting(); }}>{t('common.cancel')}</Button>
              <Button type="submit" loading={edit.busy}>{t('meetings.save')}</Button>
            </Group>
          </Stack>
        </form>
      </Section>
      <ConflictDialog edit={edit.conflict} label={(field) => show.label(field as keyof MeetingValues)} show={(field, value) => show.value(field as keyof MeetingValues, value)}
        busy={edit.busy} onResolve={(values) => void edit.resolve(values)} onClose={edit.backToForm} />
    </>
  );
}

function recordedOf({ attendees, startsAt, endsAt, agreement, ...meeting }: Meeting): Recorded<MeetingValues> {
  const { title, kind, mode, place, agreed, themes, visibility, version, timeZone, notes } = meeting;
  const organisations: Guest[] = attendees.flatMap(({ person, organisation, presence }) => (organisation && !person ? [{ ...organisationOption(organisation), presence }] : []));
  const people: Guest[] = attendees.flatMap(({ person, organisation, presence }) => (
    person ? [{ id: person.id, label: person.name, presence, ...(organisation ? { at: organisationOption(organisation) } : {}) }] : []));
  return {
    version,
    values: {
      title, kind, mode, place, agreed, themes, visibility, organisations, people, when: typedTime(startsAt, timeZone), until: endsAt ? typedTime(endsAt, timeZone) : '', timeZone, notes,
      placeCountry: meeting.placeCountry ?? null, strategyActivity: meeting.strategyActivity ?? null, country: meeting.country ?? null,
      agreement: agreement ? [{ id: agreement.id, label: agreement.title }] : [],
    },
  };
}

/** A field and its value as the reader should see them in a conflict. */
function useShow() {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const names = {
    title: t('meetings.name'), kind: t('meetings.kind'), when: t('meetings.when'), until: t('meetings.until'), organisations: t('meetings.who'), people: t('meetings.people'),
    timeZone: t('calendars.zone'), notes: t('calendars.notes'), agreed: t('meetings.agreed'), mode: t('meetings.modeLabel'), place: t('meetings.place'), placeCountry: t('meetings.placeCountry'), themes: t('meetings.theme'),
    strategyActivity: t('common.strategy.label'), agreement: t('meetings.agreement'), visibility: t('common.visibility.label'), country: t('meetings.country'),
  };
  const labels = (options: PickOption[]) => options.map((option) => option.label).join(', ') || null;
  const guests = (options: Guest[]) => options.map((each) => (each.presence && each.presence !== 'present' ? `${each.label} (${t(`meetings.presence.${each.presence as 'excused'}`)})` : each.label)).join(', ') || null;
  const shown: Partial<Record<string, (value: never) => string | null>> = {
    kind: (code: string) => label('meeting_kind', code), organisations: guests, people: guests, mode: (code: 'virtual') => t(`meetings.mode.${code}`),
    placeCountry: (code: string) => label('country', code), themes: (codes: string[]) => codes.map((code) => label('theme', code)).join(', ') || null,
    strategyActivity: (code: string) => strategy.label(code), agreement: labels, visibility: (code: 'public') => t(`common.visibility.${code}`), country: (code: string) => label('country', code),
  };
  return {
    label: (field: keyof MeetingValues) => names[field as keyof typeof names],
    value: (field: keyof MeetingValues, value: unknown) => (value === null || value === '' ? null : shown[field] ? shown[field](value as never) : String(value)),
  };
}
