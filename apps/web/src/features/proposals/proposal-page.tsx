import { Anchor, Button, Group, List, SimpleGrid, Text } from '@mantine/core';
import { proposalVerbs } from '@tejido/domain/proposal.js';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../app/organisation-names.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { errorText } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiQuery } from '../../app/use-api.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { DayText } from '../../ui/day-text.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { Section } from '../../ui/section.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { ProposalById, type Proposal } from './operations.js';
import { ProposalVerbs } from './proposal-verbs.js';
import { amountText, Stage, stageOf } from './stage.js';

/** One proposal: what is asked for, from whom, and how far it has come. */
export function ProposalPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(ProposalById, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ proposal }) => (proposal ? <Profile proposal={proposal} /> : <EmptyState title={t('common.states.notFoundTitle')} body={t('common.states.notFoundBody')} />)}
    </Loaded>
  );
}

function Profile({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = proposal.viewerCan.includes('amend');
  return (
    <>
      <PageHeader title={proposal.title} beside={<Stage stage={proposal.stage} size="lg" />}
        above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/propuestas" />}>{t('proposals.title')}</Anchor>}
        actions={may && (
          <Group gap="xs">
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/propuestas/$id/editar', params: { id: proposal.id } })}>{t('proposals.edit')}</Button>
            <ProposalVerbs proposal={proposal} verbs={proposalVerbs(stageOf(proposal.stage))} />
          </Group>
        )} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Facts proposal={proposal} />
        <Partners proposal={proposal} />
      </SimpleGrid>
    </>
  );
}

function Facts({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const day = (value: string | null | undefined) => (value ? <DayText day={value} /> : null);
  const decided = proposal.stage === 'approved' ? t('proposals.approvedOn') : proposal.stage === 'rejected' ? t('proposals.rejectedOn') : t('proposals.decidedOn');
  return (
    <Section title={t('proposals.one')}>
      <DefinitionList items={[
        { term: t('proposals.amount'), value: amountText(proposal.amount, proposal.currency, i18n.language) },
        { term: t('proposals.deadline'), value: day(proposal.deadline), always: true },
        { term: t('proposals.submittedOn'), value: day(proposal.submittedOn) },
        { term: decided, value: day(proposal.decidedOn) },
        { term: t('proposals.strategyActivity'), value: proposal.strategyActivity && strategy.label(proposal.strategyActivity) },
        { term: t('proposals.country'), value: label('country', proposal.country) },
        { term: t('common.visibility.label'), value: t(`common.visibility.${proposal.visibility as Visibility}`) },
        { term: t('proposals.recordedOn'), value: day(proposal.recordedOn) },
      ]} />
    </Section>
  );
}

function Partners({ proposal: { partners } }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <Section title={t('proposals.partners')}>
      {partners.length === 0 ? <Text size="sm" c="gray.7">{t('proposals.partnersEmpty')}</Text> : (
        <List listStyleType="none" spacing="sm">
          {partners.map(({ id, role, organisation }) => (
            <List.Item key={id}>
              <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{fullName(organisation)}</Anchor>
              <Text size="xs" c="gray.6">{t(`proposals.roles.${role === 'funder' ? 'funder' : 'co_author'}`)}</Text>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
