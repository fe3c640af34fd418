import { Anchor, Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ActivityStatus } from '@tejido/domain/activity-count.js';
import { useTranslation } from 'react-i18next';
import { OnlyToAmend } from '../../app/not-allowed.js';
import { request } from '../../app/graphql.js';
import { longName } from '../../app/organisation-names.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useAmendment, type Recorded } from '../../app/use-amendment.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { ActivityToAmendQuery } from '../../gql/graphql.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { formatDay } from '../../ui/days.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { ActivityFields } from './activity-fields.js';
import { inputOf, placeOf, type ActivityValues } from './activity-values.js';

const ActivityToAmend = graphql(`
  query ActivityToAmend($id: ID!) {
    activity(id: $id) {
      id title titleEn kind status summary startsOn endsOn strategyActivity axis countries themes visibility country version viewerCan
      parent { id title } agreement { id title } participations { id role organisation { id name nameEn acronym acronymEn } }
    }
  }
`);
const Amend = graphql(`
  mutation AmendActivity($id: ID!, $version: Int!, $input: ActivityInput!) { amendActivity(id: $id, version: $version, input: $input) { id } }
`);

type Activity = NonNullable<ActivityToAmendQuery['activity']>;

/** Edits a joint activity; nobody's edit overwrites another's unseen. */
export function AmendActivityPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(ActivityToAmend, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ activity }) => <OnlyToAmend record={activity} page="/actividades/$id">{(found) => <AmendForm activity={found} />}</OnlyToAmend>}
    </Loaded>
  );
}

function AmendForm({ activity: { id, title, ...rest } }: { activity: Activity }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const amend = useApiMutation(Amend);
  const show = useShow();
  const toActivity = () => void navigate({ to: '/actividades/$id', params: { id } });
  const edit = useAmendment<ActivityValues>({
    page: `activity.${id}`, recorded: recordedOf({ id, title, ...rest }), placeOf,
    save: (version, changes) => amend.mutateAsync({ id, version, input: inputOf(changes) }),
    reread: async () => { const { activity } = await request(ActivityToAmend, { id }); return activity ? recordedOf(activity) : null; },
    onDone: () => { notifications.show({ color: 'teal', message: t('activities.saved') }); toActivity(); },
  });
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/actividades/$id" params={{ id }} />}>{title}</Anchor>} title={t('activities.amendTitle')} />
      <Section>
        <form onSubmit={(event) => { event.preventDefault(); void edit.submit(); }} noValidate>
          <Stack gap="md">
            {edit.restored && <DraftNotice onDiscard={edit.discard} />}
            <ProblemSummary text={edit.problems.summary} />
            <ActivityFields form={edit.form} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => { edit.discard(); toActivity(); }}>{t('common.cancel')}</Button>
              <Button type="submit" loading={edit.busy}>{t('activities.save')}</Button>
            </Group>
          </Stack>
        </form>
      </Section>
      <ConflictDialog edit={edit.conflict} label={(field) => show.label(field as keyof ActivityValues)} show={(field, value) => show.value(field as keyof ActivityValues, value)}
        busy={edit.busy} onResolve={(values) => void edit.resolve(values)} onClose={edit.backToForm} />
    </>
  );
}

function recordedOf(activity: Activity): Recorded<ActivityValues> {
  const { title, titleEn, kind, status, summary, startsOn, endsOn, strategyActivity, axis, countries, themes, parent, agreement, visibility, country, version } = activity;
  return {
    version,
    values: {
      title, titleEn: titleEn ?? '', kind, status, summary, startsOn: startsOn ?? null, endsOn: endsOn ?? null, tie: strategyActivity ?? axis ?? null, countries, themes,
      participations: activity.participations.map(({ role, organisation }) => ({ organisationId: organisation.id, label: longName(organisation), role })),
      parent: optionOf(parent), agreement: optionOf(agreement), visibility, country: country ?? null,
    },
  };
}

const optionOf = (record: { id: string; title: string } | null | undefined): PickOption[] => (record ? [{ id: record.id, label: record.title }] : []);

/** A field and its value as the reader should see them in a conflict. */
function useShow() {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const names = {
    title: t('activities.name'), titleEn: t('activities.nameEn'), kind: t('activities.kind'), status: t('activities.statusLabel'), summary: t('activities.summary'),
    startsOn: t('activities.startsOn'), endsOn: t('activities.endsOn'), tie: t('activities.tie'), countries: t('activities.countries'), themes: t('activities.theme'),
    participations: t('activities.partners'), parent: t('activities.parent'), agreement: t('activities.agreement'), visibility: t('common.visibility.label'), country: t('activities.owner'),
  };
  const many = (value: unknown, each: (one: never) => string) => (value as never[]).map(each).join(', ') || null;
  const shown: Partial<Record<string, (value: never) => string | null>> = {
    kind: (code: string) => label('activity_kind', code), status: (code: ActivityStatus) => t(`activities.status.${code}`),
    startsOn: (day: string) => formatDay(day, i18n.language), endsOn: (day: string) => formatDay(day, i18n.language), tie: (code: string) => strategy.label(code),
    countries: (codes: string[]) => many(codes, (code) => label('country', code)), themes: (codes: string[]) => many(codes, (code) => label('theme', code)),
    participations: (rows: ActivityValues['participations']) => many(rows, (row: ActivityValues['participations'][number]) => `${row.label} (${label('activity_role', row.role)})`),
    parent: (options: PickOption[]) => many(options, (option: PickOption) => option.label), agreement: (options: PickOption[]) => many(options, (option: PickOption) => option.label),
    visibility: (code: 'public') => t(`common.visibility.${code}`), country: (code: string) => label('country', code),
  };
  return {
    label: (field: keyof ActivityValues) => names[field as keyof typeof names],
    value: (field: keyof ActivityValues, value: unknown) => (value === null || value === '' ? null : (shown[field]?.(value as never) ?? (shown[field] ? null : String(value)))),
  };
}
