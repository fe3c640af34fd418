import { ActionIcon, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import type { PartyState } from '@tejido/domain/agreement-facts.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName, longName } from '../../app/organisation-names.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { errorText } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { formatDay, today } from '../../ui/days.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { OrganisationLink } from './agreement-link.js';
import { entryChoiceOf } from './agreement-values.js';
import type { AgreementEvent } from './event-dialog.js';
import { MoveParty, type Agreement, type Party, type SignedDocument } from './operations.js';
import type { AgreementEvents } from './use-agreement-events.js';

interface AgreementPartiesProps {
  agreement: Agreement;
  events: AgreementEvents;
  onTell: (event: AgreementEvent) => void;
  documentLink: (document: SignedDocument) => ReactNode;
}

/** Each side of the agreement: in which role, whether and when it signed, whether it left. */
export function AgreementParties({ agreement, events, onTell, documentLink }: AgreementPartiesProps) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const mayAmend = agreement.viewerCan.includes('amend');
  const columns: Column<Party>[] = [
    { key: 'name', header: t('agreements.party'), cell: ({ organisation, role, required, ratificationRequired }) => (
      <Group gap={6}>
        <OrganisationLink id={organisation.id}>{longName(organisation)}</OrganisationLink>
        {role && <Text size="xs" c="gray.7">{label('party_role', role)}</Text>}
        {!required && <Badge variant="light" color="gray" c="gray.7">{t('agreements.notRequired')}</Badge>}
        {ratificationRequired && <Badge variant="light" color="gray" c="gray.7">{t('agreements.mustRatify')}</Badge>}
      </Group>
    ) },
    { key: 'who', header: t('agreements.whoSigns'), width: 180, cell: (party) => <Signatory party={party} /> },
    { key: 'state', header: t('agreements.stateLabel'), width: 200, cell: (party) => <State party={party} events={events} onTell={mayAmend ? onTell : null} documentLink={documentLink} /> },
    ...(mayAmend ? [{ key: 'more', header: '', phone: 'corner' as const, width: 40, cell: (party: Party) => <PartyMenu agreement={agreement} party={party} events={events} onTell={onTell} /> }] : []),
  ];
  return (
    <Section title={t('agreements.parties')} count={agreement.parties.length} flush intro={<EntryRuleTold agreement={agreement} onTell={mayAmend ? () => onTell(events.entryAct()) : null} />}>
      <DataTable label={t('agreements.parties')} columns={columns} rows={agreement.parties} rowKey={(party) => party.id} />
    </Section>
  );
}

/** What makes it enter into force, and whether the act that it waits for has happened. */
function EntryRuleTold({ agreement, onTell }: { agreement: Agreement; onTell: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const choice = entryChoiceOf(agreement);
  if (choice === 'some') return t('agreements.signaturesSuffice', { count: agreement.signaturesRequired! });
  if (choice !== 'act') return t(`agreements.entryTold.${choice}`);
  return (
    <Group gap="xs" component="span">
      <span>{t('agreements.entryTold.act', { act: agreement.entryAct })} {agreement.actOn && t('agreements.actDone', { day: formatDay(agreement.actOn, i18n.language) })}</span>
      {onTell && <Button size="compact-xs" variant="default" onClick={onTell}>{t(agreement.actOn ? 'agreements.correctAct' : 'agreements.recordAct')}</Button>}
    </Group>
  );
}

/** Who signs, in which post, and who was to sign before. */
function Signatory({ party }: { party: Party }) {
  const { t, i18n } = useTranslation();
  const { signatory, signatoryPost: post, formerSignatories: former } = party;
  if (!signatory) return <Text size="sm" c="gray.6">—</Text>;
  const left = post?.toDay && post.toDay < today() && !party.signedOn ? post.toDay : null;
  const told = former.map((each) => t('agreements.formerSignatory', {
    name: each.person?.name ?? t('agreements.someoneHidden'), day: formatDay(each.replacedOn, i18n.language), reason: each.reason,
  }));
  return (
    <Stack gap={2}>
      <Text size="sm">{signatory.name}</Text>
      {post?.post && <Text size="xs" c="gray.7">{post.post}</Text>}
      {left && <Text size="xs" c="orange.9">{t('agreements.leftPost', { day: formatDay(left, i18n.language) })}</Text>}
      {former.length > 0 && <details><Text component="summary" size="xs" c="gray.7">{t('agreements.formerSignatories', { count: former.length })}</Text>{told.map((each) => <Text key={each} size="xs" c="gray.7">{each}</Text>)}</details>}
    </Stack>
  );
}

const TONE = { invited: 'idle', negotiating: 'progress', signed: 'good', ratified: 'good', withdrawn: 'over' } as const satisfies Record<PartyState, Tone>;

/** How far the party has come, with the day, and the step that comes next. */
function State({ party, events, onTell, documentLink }: { party: Party; onTell: ((event: AgreementEvent) => void) | null } & Pick<AgreementPartiesProps, 'events' | 'documentLink'>) {
  const { t } = useTranslation();
  const state = party.state as PartyState;
  const toRatify = state === 'signed' && party.ratificationRequired;
  const day = state === 'withdrawn' ? party.withdrawnOn : state === 'ratified' ? party.ratifiedOn : party.signedOn;
  const next = party.withdrawnOn ? null : !party.signedOn ? { label: t('agreements.sign'), event: events.signature } : toRatify ? { label: t('agreements.ratify'), event: events.ratification } : null;
  return (
    <Stack gap={4} align="flex-start">
      <Group gap={6}>
        <StatusBadge tone={toRatify ? 'waiting' : TONE[state]} label={t(`agreements.partyState.${state}`)} />
        {day && <Text size="xs" c="gray.7"><DayText day={day} /></Text>}
      </Group>
      {toRatify && <Text size="xs" c="gray.7">{t('agreements.toRatify')}</Text>}
      {party.withdrawalReason && <Text size="xs" c="gray.7">{party.withdrawalReason}</Text>}
      {party.document && documentLink(party.document)}
      {next && onTell && <Button size="compact-sm" variant="default" onClick={() => onTell(next.event(party))}>{next.label}</Button>}
    </Stack>
  );
}

function PartyMenu({ agreement, party, events, onTell }: { agreement: Agreement; party: Party; events: AgreementEvents; onTell: (event: AgreementEvent) => void }) {
  const { t } = useTranslation();
  const move = useApiMutation(MoveParty);
  const to = party.state === 'invited' ? 'negotiating' : 'invited';
  const stage = () => move.mutate({ id: agreement.id, version: agreement.version, partyId: party.id, stage: to }, { onError: (error) => notifications.show({ color: 'red', message: errorText(t, error) }) });
  const open = party.state === 'invited' || party.state === 'negotiating';
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('agreements.moreFor', { name: fullName(party.organisation) })}><IconDots size={17} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {open && !party.signedOn && <Menu.Item onClick={stage}>{t(to === 'negotiating' ? 'agreements.startTalks' : 'agreements.backToInvited')}</Menu.Item>}
        <Menu.Item onClick={() => onTell(events.signatory(party))}>{t(party.signatory ? 'agreements.substituteSignatory' : 'agreements.nameSignatory')}</Menu.Item>
        <Menu.Item onClick={() => onTell(events.signature(party))}>{t(party.signedOn ? 'agreements.correctSignature' : 'agreements.sign')}</Menu.Item>
        {party.ratificationRequired && party.signedOn && <Menu.Item onClick={() => onTell(events.ratification(party))}>{t(party.ratifiedOn ? 'agreements.correctRatification' : 'agreements.ratify')}</Menu.Item>}
        <Menu.Item onClick={() => onTell(events.withdrawal(party))}>{t('agreements.withdraw')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
