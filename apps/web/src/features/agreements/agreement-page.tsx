import { Anchor, Button, Grid, Group, Menu, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExclusionReason } from '@tejido/domain/alliance-ledger.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { NotFound } from '../../app/fallbacks.js';
import { errorText } from '../../app/problems.js';
import { useMay } from '../../app/session.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useStrategyLabels } from '../../app/pickers/strategy-select.js';
import { titleOf } from '../../app/titles.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { countryName } from '../../ui/countries.js';
import { DayText } from '../../ui/day-text.js';
import { today } from '../../ui/days.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { AgreementAmendments } from './agreement-amendments.js';
import { AgreementLink } from './agreement-link.js';
import { AgreementParties } from './agreement-parties.js';
import { AgreementWork } from './agreement-work.js';
import { EventDialog, type AgreementEvent } from './event-dialog.js';
import { AgreementOperation, ArchiveAgreement, NumberAgreement, ReinstateAgreement, type Agreement, type SignedDocument } from './operations.js';
import { AgreementStatus, useStatusSentence } from './status.js';
import { useAgreementEvents, type AgreementEvents } from './use-agreement-events.js';
import { ValidityBar } from './validity-bar.js';

interface AgreementPageProps {
  id: string;
  /** The form for a commitment made under this agreement, of the feature that has it. */
  commitmentForm: (agreement: { id: string; title: string }, onClose: () => void) => ReactNode;
  /** What proves it, of the feature that has it. */
  evidence: (id: string, mayAdd: boolean) => ReactNode;
  /** The document that a signature rests on, to be opened, of the feature that has it. */
  documentLink: (document: SignedDocument) => ReactNode;
}

/** One agreement: its status with the reason, who signed, what proves it, what is done under it. */
export function AgreementPage({ id, ...slots }: AgreementPageProps) {
  const { t } = useTranslation();
  const query = useApiQuery(AgreementOperation, { id });
  return (
    <Loaded query={query} message={(error) => errorText(t, error)}>
      {({ agreement }) => (agreement ? <Full agreement={agreement} {...slots} /> : <NotFound />)}
    </Loaded>
  );
}

function Full({ agreement, commitmentForm, evidence, documentLink }: { agreement: Agreement } & Omit<AgreementPageProps, 'id'>) {
  const { t } = useTranslation();
  const sentence = useStatusSentence();
  const [event, setEvent] = useState<AgreementEvent | null>(null);
  const [promising, setPromising] = useState(false);
  const mayPromise = useMay('commitment.make');
  const events = useAgreementEvents(agreement);
  const mayAmend = agreement.viewerCan.includes('amend');
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos" />}>{t('agreements.title')}</Anchor>} title={titleOf(agreement)}
        beside={<AgreementStatus status={agreement.status} because={agreement.statusReason.because} />} intro={sentence(agreement.statusReason, agreement)}
        actions={mayAmend && <Actions agreement={agreement} events={events} onTell={setEvent} />} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <AgreementParties agreement={agreement} events={events} onTell={setEvent} documentLink={documentLink} />
            <AgreementAmendments agreement={agreement} events={events} onTell={setEvent} />
            {evidence(agreement.id, mayAmend)}
            <AgreementWork agreement={agreement} onPromise={mayPromise ? () => setPromising(true) : null} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <Counting agreement={agreement} />
            <Section title={t('agreements.validity')}>
              <ValidityBar inForce={agreement.inForce} suspensions={agreement.suspensions.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay }))} />
              <Suspensions agreement={agreement} onEnd={mayAmend ? (suspension) => setEvent(events.resumption(suspension)) : null} />
            </Section>
            <Facts agreement={agreement} />
          </Stack>
        </Grid.Col>
      </Grid>
      <EventDialog event={event} onClose={() => setEvent(null)} />
      {promising && commitmentForm({ id: agreement.id, title: titleOf(agreement) }, () => setPromising(false))}
    </>
  );
}

function Actions({ agreement, events, onTell }: { agreement: Agreement; events: AgreementEvents; onTell: (event: AgreementEvent) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'archive' | 'reinstate' | null>(null);
  const archive = useApiMutation(ArchiveAgreement, { onDone: () => void navigate({ to: '/acuerdos' }) });
  const reinstate = useApiMutation(ReinstateAgreement, { onDone: () => setAsking(null) });
  const verb = asking === 'archive' ? archive : reinstate;
  const confirm = () => verb.mutate({ id: agreement.id, version: agreement.version });
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => void navigate({ to: '/acuerdos/$id/editar', params: { id: agreement.id } })}>{t('common.edit')}</Button>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={15} />}>{t('agreements.actions')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ to: '/acuerdos/nuevo', search: { renews: agreement.id } })}>{t('agreements.renew')}</Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/acuerdos/nuevo', search: { partOf: agreement.id } })}>{t('agreements.addPart')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => onTell(events.suspension())}>{t('agreements.suspend')}</Menu.Item>
          <Menu.Item onClick={() => onTell(events.termination())}>{t(agreement.terminatedOn ? 'agreements.correctTermination' : 'agreements.terminate')}</Menu.Item>
          {agreement.terminatedOn && <Menu.Item onClick={() => setAsking('reinstate')}>{t('agreements.reinstate')}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item color="red.8" onClick={() => setAsking('archive')}>{t('agreements.archive')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog opened={asking !== null} destructive={asking === 'archive'} busy={verb.isPending} onConfirm={confirm} onClose={() => setAsking(null)}
        title={t(asking === 'archive' ? 'agreements.archiveTitle' : 'agreements.reinstateTitle')} action={t(asking === 'archive' ? 'agreements.archive' : 'agreements.reinstate')}
        body={<Stack gap="sm"><ProblemSummary text={verb.error ? errorText(t, verb.error) : null} />{t(asking === 'archive' ? 'agreements.archiveBody' : 'agreements.reinstateBody')}</Stack>} />
    </>
  );
}

/** Whether it makes an ally for the indicator today, and if not, why. */
function Counting({ agreement: { counting } }: { agreement: Agreement }) {
  const { t } = useTranslation();
  return (
    <Section>
      <StatusBadge tone={counting.counts ? 'good' : 'idle'} label={t(counting.counts ? 'agreements.counts' : 'agreements.countsNot')} />
      <Text size="sm" c="gray.7" mt="xs">
        {counting.counts ? t('agreements.countsBody') : t(`agreements.excluded.${(counting.reason ?? 'no_ally_bound') as ExclusionReason}`)} {!counting.counts && counting.onceVerified && t('agreements.onceVerified')}
      </Text>
    </Section>
  );
}

function Suspensions({ agreement, onEnd }: { agreement: Agreement; onEnd: ((id: string) => void) | null }) {
  const { t } = useTranslation();
  if (agreement.suspensions.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      <Text size="sm" fw={550}>{t('agreements.suspensions')}</Text>
      {agreement.suspensions.map(({ id, fromDay, toDay, reason }) => (
        <Group key={id} justify="space-between" gap="xs" align="flex-start">
          <Text size="sm" component="div"><DayText day={fromDay} /> – {toDay ? <DayText day={toDay} /> : t('agreements.openEnded')}<Text size="xs" c="gray.7">{reason}</Text></Text>
          {onEnd && (!toDay || toDay >= today()) && <Button size="compact-sm" variant="default" onClick={() => onEnd(id)}>{t('agreements.resume')}</Button>}
        </Group>
      ))}
    </Stack>
  );
}

/** The register's own number, on request. */
function GiveReference({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const give = useApiMutation(NumberAgreement);
  if (!agreement.viewerCan.includes('amend')) return '—';
  return (
    <Button size="compact-sm" variant="default" loading={give.isPending} onClick={() => give.mutate({ id: agreement.id, version: agreement.version }, { onError: (error) => notifications.show({ color: 'red', message: errorText(t, error) }) })}>
      {t('agreements.giveReference')}
    </Button>
  );
}

function Facts({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation();
  const { label } = useTaxonomies();
  const strategy = useStrategyLabels();
  const links = (list: readonly { id: string; title: string; titleEn?: string | null; status: string }[]) => list.length > 0 && (
    <Stack gap={4}>{list.map((each) => <Group key={each.id} gap={6}><AgreementLink id={each.id}>{titleOf(each)}</AgreementLink><AgreementStatus status={each.status} /></Group>)}</Stack>
  );
  const visibility = t(`common.visibility.${agreement.visibility as Visibility}`);
  return (
    <Section title={t('agreements.facts')}>
      <DefinitionList items={[
        { term: t('agreements.kind'), value: label('agreement_kind', agreement.kind) },
        { term: t('agreements.reference'), value: agreement.reference ?? <GiveReference agreement={agreement} /> },
        { term: t('agreements.datedOn'), value: agreement.datedOn && <DayText day={agreement.datedOn} /> },
        { term: t('agreements.effectiveFrom'), value: agreement.effectiveFrom && <DayText day={agreement.effectiveFrom} /> },
        { term: t('agreements.effectiveTo'), value: agreement.endsOn && <><DayText day={agreement.endsOn} />{agreement.endsOn !== agreement.effectiveTo && ` (${t('agreements.asAmended')})`}</> },
        { term: t('agreements.termination'), value: agreement.terminatedOn && <><DayText day={agreement.terminatedOn} />{agreement.terminationReason && `. ${agreement.terminationReason}`}</> },
        { term: t('agreements.theme'), value: agreement.themes.map((code) => label('theme', code)).join(', ') },
        { term: t('agreements.inCoalitionName'), value: t(agreement.inCoalitionName ? 'common.yes' : 'common.no') },
        { term: t('agreements.strategyActivity'), value: agreement.strategyActivity && strategy.label(agreement.strategyActivity) },
        { term: t('agreements.renews'), value: agreement.renews && links([agreement.renews]) },
        { term: t('agreements.renewedBy'), value: links(agreement.renewedBy) },
        { term: t('agreements.partOf'), value: agreement.partOf && links([agreement.partOf]) },
        { term: t('agreements.parts'), value: links(agreement.parts) },
        { term: t('common.visibility.label'), value: agreement.country ? `${visibility} (${countryName(agreement.country, i18n.language)})` : visibility },
        { term: t('agreements.recordedOn'), value: <DayText day={agreement.recordedOn} /> },
        { term: t('agreements.summary'), value: agreement.summary },
      ].map((item) => ({ ...item, value: item.value || null }))} />
    </Section>
  );
}
