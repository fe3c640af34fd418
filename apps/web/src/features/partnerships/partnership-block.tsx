import { Anchor, Box, Collapse, Group, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../app/problems.js';
import { useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import { formatDay, relativeDay, today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { ErrorState, LoadingState } from '../../ui/states.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { commitmentsSentence, useAgreementSentence, type Partnership } from './health-sentences.js';
import { RelationshipOwner } from './relationship-owner.js';

const PartnershipOperation = graphql(`
  query Partnership($id: ID!) {
    partnership(organisationId: $id) {
      id version viewerCan owner { id name active } lastContact { meetingId title day } nextStep { kind id title day }
      contact { light state days } commitments { light due kept late overdue overdueDays ahead } agreement { light state id title until days }
    }
  }
`);

const TONES = { good: 'good', attention: 'warning', bad: 'bad', none: 'idle' } as const satisfies Record<string, Tone>;
type Light = keyof typeof TONES;

/** How we stand with a partner: three lights, each with the sentence behind it, who looks after it and what comes next. */
export function PartnershipBlock({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(PartnershipOperation, { id: organisationId });
  if (query.isError) return <Section title={t('partnerships.title')}><ErrorState message={errorText(t, query.error)} onRetry={() => void query.refetch()} /></Section>;
  if (!query.data) return <Section title={t('partnerships.title')}><LoadingState rows={2} /></Section>;
  const { partnership } = query.data;
  // Of the coalition's own bodies there is none.
  return partnership ? <Block partnership={partnership} /> : null;
}

function Block({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation();
  const [explained, setExplained] = useState(false);
  const { contact, commitments, agreement } = partnership;
  return (
    <Section title={t('partnerships.title')} actions={
      <UnstyledButton fz="xs" c="anil" aria-expanded={explained} onClick={() => setExplained(!explained)}>
        <IconInfoCircle size={14} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />{t('partnerships.how')}
      </UnstyledButton>
    }>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" verticalSpacing="md">
        <Judgement label={t('partnerships.contact')} light={contact.light} word={t(`partnerships.contactState.${contact.state as 'recent'}`)}><ContactReason partnership={partnership} /></Judgement>
        <Judgement label={t('partnerships.commitments')} light={commitments.light} word={t(`partnerships.commitmentsState.${commitments.light as Light}`)}>{commitmentsSentence(t, commitments)}</Judgement>
        <Judgement label={t('partnerships.agreement')} light={agreement.light} word={t(`partnerships.agreementState.${agreement.state as 'in_force'}`)}><AgreementReason agreement={agreement} /></Judgement>
      </SimpleGrid>
      <Collapse expanded={explained}>
        <Stack gap={4} mt="md">
          {(['howContact', 'howCommitments', 'howAgreement', 'howSeen'] as const).map((each) => <Text key={each} size="xs" c="gray.7">{t(`partnerships.${each}`)}</Text>)}
        </Stack>
      </Collapse>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg" verticalSpacing="sm" mt="md" pt="md" style={{ borderTop: '1px solid var(--mantine-color-gray-2)' }}>
        <Box style={{ gridColumn: 'span 2' }} component="div"><Text size="xs" c="gray.7" mb={2}>{t('partnerships.nextStep')}</Text><NextStep step={partnership.nextStep ?? null} /></Box>
        <div><Text size="xs" c="gray.7" mb={2}>{t('partnerships.owner')}</Text><RelationshipOwner partnership={partnership} /></div>
      </SimpleGrid>
    </Section>
  );
}

function Judgement({ label, light, word, children }: { label: string; light: string; word: string; children: ReactNode }) {
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Group gap={8} wrap="nowrap"><Text size="sm" fw={600}>{label}</Text><StatusBadge tone={TONES[light as Light]} label={word} /></Group>
      <Text size="sm" c="gray.8" component="div" style={{ overflowWrap: 'anywhere' }}>{children}</Text>
    </Stack>
  );
}

function ContactReason({ partnership: { lastContact, contact } }: { partnership: Partnership }) {
  const { t, i18n } = useTranslation();
  if (!lastContact || contact.days == null) return t('partnerships.contactNever');
  return (
    <>
      {contact.days === 0 ? t('partnerships.contactToday') : t('partnerships.contactDays', { count: contact.days })}{' '}
      <Anchor size="sm" title={formatDay(lastContact.day, i18n.language)} renderRoot={(props) => <Link {...props} to="/reuniones/$id" params={{ id: lastContact.meetingId }} />}>{lastContact.title}</Anchor>
    </>
  );
}

function AgreementReason({ agreement }: { agreement: Partnership['agreement'] }) {
  const sentence = useAgreementSentence()(agreement);
  const { id, title } = agreement;
  if (!id) return sentence;
  return <><Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id }} />}>{title}</Anchor>: {sentence}.</>;
}

const PLACES = { meeting: '/reuniones/$id', we_owe: '/compromisos/$id', they_owe: '/compromisos/$id', agreement_ends: '/acuerdos/$id' } as const;
type StepKind = keyof typeof PLACES;

function NextStep({ step }: { step: Partnership['nextStep'] | null }) {
  const { t, i18n } = useTranslation();
  if (!step) return <Text size="sm" c="gray.7">{t('partnerships.noStep')}</Text>;
  const late = step.day < today();
  return (
    <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
      {t(`partnerships.step.${step.kind as StepKind}`)}: <Anchor size="sm" renderRoot={(props) => <Link {...props} to={PLACES[step.kind as StepKind]} params={{ id: step.id }} />}>{step.title}</Anchor>
      <Text span size="sm" c={late ? 'red.8' : 'gray.7'} fw={late ? 600 : undefined}> · {relativeDay(step.day, today(), i18n.language)}, {formatDay(step.day, i18n.language)}</Text>
    </Text>
  );
}
