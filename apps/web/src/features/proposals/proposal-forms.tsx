import { Anchor, Box, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/graphql.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useViewer } from '../../app/session.js';
import { placed, useAmendment } from '../../app/use-amendment.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { DraftNotice } from '../../ui/draft-notice.js';
import { PageHeader } from '../../ui/page-header.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { useDraft } from '../../ui/use-draft.js';
import { AmendProposal, ProposalById, RegisterProposal, type Proposal } from './operations.js';
import { inputOf, newProposal, placeOf, ProposalFields, valuesOf, type ProposalValues } from './proposal-fields.js';

const backToList = (text: string) => <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/propuestas" />}>{text}</Anchor>;

/** Registers a proposal; it begins as being drafted. */
export function RegisterProposalPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { country } = useViewer();
  const draft = useDraft<ProposalValues>('proposal.new');
  const form = useForm<ProposalValues>({ initialValues: draft.restored ?? newProposal(country ?? null), onValuesChange: draft.keep });
  const problems = useProblems(form);
  const register = useApiMutation(RegisterProposal, { onDone: ({ registerProposal: { id } }) => {
    draft.forget();
    notifications.show({ message: t('proposals.saved') });
    void navigate({ to: '/propuestas/$id', params: { id } });
  } });
  const submit = form.onSubmit((values) => {
    problems.clear();
    register.mutate({ input: inputOf(values, values) }, { onError: (error) => problems.show(placed(error, (path) => placeOf(path, values))) });
  });
  return (
    <>
      <PageHeader title={t('proposals.register')} above={backToList(t('proposals.title'))} />
      <Box maw={860}><Section>
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            {draft.restored && <DraftNotice onDiscard={() => { draft.forget(); form.setValues(newProposal(country ?? null)); }} />}
            <ProblemSummary text={problems.summary} />
            <ProposalFields form={form} />
            <FormButtons busy={register.isPending} onCancel={() => void navigate({ to: '/propuestas' })} />
          </Stack>
        </form>
      </Section></Box>
    </>
  );
}

/** Amends a proposal; the stage changes by its verbs, on the proposal's page. */
export function AmendProposalPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(ProposalById, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ proposal }) => (proposal?.viewerCan.includes('amend') ? <AmendProposalForm proposal={proposal} /> : <EmptyState title={t('common.states.notFoundTitle')} body={t('common.states.notFoundBody')} />)}
    </Loaded>
  );
}

function AmendProposalForm({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { id } = proposal;
  const toProposal = () => void navigate({ to: '/propuestas/$id', params: { id } });
  const amendment = useAmendment<ProposalValues>({
    page: `proposal.${id}`,
    recorded: { version: proposal.version, values: valuesOf(proposal) },
    save: (version, changes, values) => request(AmendProposal, { id, version, input: inputOf(changes, values) }),
    reread: async () => {
      const { proposal: now } = await request(ProposalById, { id });
      return now ? { version: now.version, values: valuesOf(now) } : null;
    },
    onDone: () => { void client.invalidateQueries(); notifications.show({ message: t('proposals.saved') }); toProposal(); },
    placeOf,
  });
  return (
    <>
      <PageHeader title={t('proposals.amend')} above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/propuestas/$id" params={{ id }} />}>{proposal.title}</Anchor>} />
      <Box maw={860}><Section>
        <form onSubmit={(event) => { event.preventDefault(); void amendment.submit(); }} noValidate>
          <Stack gap="md">
            {amendment.restored && <DraftNotice onDiscard={amendment.discard} />}
            <ProblemSummary text={amendment.problems.summary} />
            <ProposalFields form={amendment.form} />
            <FormButtons busy={amendment.busy} onCancel={toProposal} />
          </Stack>
        </form>
      </Section></Box>
      <ConflictDialog<ProposalValues> edit={amendment.conflict} busy={amendment.busy} onResolve={(values) => void amendment.resolve(values)} onClose={amendment.backToForm}
        label={(field) => (field === 'title' ? t('proposals.name') : field === 'visibility' ? t('common.visibility.label') : t(`proposals.${field as 'amount'}`))}
        show={(_field, value) => (Array.isArray(value) ? (value as PickOption[]).map(({ label }) => label).join(', ') || null : value === '' || value == null ? null : String(value))} />
    </>
  );
}

function FormButtons({ busy, onCancel }: { busy: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>{t('common.cancel')}</Button>
      <Button type="submit" loading={busy}>{t('proposals.save')}</Button>
    </Group>
  );
}
