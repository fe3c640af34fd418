import { ActionIcon, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTaxonomies } from '../../app/taxonomies.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { DayText } from '../../ui/day-text.js';
import { Section } from '../../ui/section.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { OrganisationLink } from './agreement-link.js';
import type { AgreementEvent } from './event-dialog.js';
import type { Agreement, Party } from './operations.js';
import type { AgreementEvents } from './use-agreement-events.js';

/** Each side of the agreement: in which role, whether and when it signed, whether it left. */
export function AgreementParties({ agreement, events, onTell }: { agreement: Agreement; events: AgreementEvents; onTell: (event: AgreementEvent) => void }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const mayAmend = agreement.viewerCan.includes('amend');
  const columns: Column<Party>[] = [
    { key: 'name', header: t('agreements.party'), cell: ({ organisation, required }) => (
      <Group gap={6}>
        <OrganisationLink id={organisation.id}>{organisation.acronym ? `${organisation.acronym} · ${organisation.name}` : organisation.name}</OrganisationLink>
        {!required && <Badge variant="outline" color="gray" c="gray.7">{t('agreements.notRequired')}</Badge>}
      </Group>
    ) },
    { key: 'role', header: t('agreements.role'), cell: ({ role }) => label('party_role', role) || '—', width: 130 },
    { key: 'signature', header: t('agreements.signature'), width: 280, cell: (party) => <Signature party={party} onSign={mayAmend ? () => onTell(events.signature(party)) : null} /> },
    ...(mayAmend ? [{ key: 'more', header: '', phone: 'corner' as const, width: 40, cell: (party: Party) => <PartyMenu party={party} events={events} onTell={onTell} /> }] : []),
  ];
  return (
    <Section title={t('agreements.parties')} count={agreement.parties.length} flush
      intro={agreement.signaturesRequired ? t('agreements.signaturesSuffice', { count: agreement.signaturesRequired }) : undefined}>
      <DataTable label={t('agreements.parties')} columns={columns} rows={agreement.parties} rowKey={(party) => party.id} />
    </Section>
  );
}

function Signature({ party, onSign }: { party: Party; onSign: (() => void) | null }) {
  const { t } = useTranslation();
  if (party.withdrawnOn) {
    return (
      <Stack gap={2}>
        <StatusBadge tone="over" label={t('agreements.withdrew')} />
        <Text size="xs" c="gray.7"><DayText day={party.withdrawnOn} />{party.withdrawalReason && `. ${party.withdrawalReason}`}</Text>
      </Stack>
    );
  }
  if (party.signedOn) return <Text size="sm" component="div"><DayText day={party.signedOn} />{party.signatory && <Text size="xs" c="gray.7">{party.signatory.name}</Text>}</Text>;
  return (
    <Group gap="xs">
      <StatusBadge tone={party.required ? 'waiting' : 'idle'} label={t('agreements.notSigned')} />
      {onSign && <Button size="compact-sm" variant="default" onClick={onSign}>{t('agreements.sign')}</Button>}
    </Group>
  );
}

function PartyMenu({ party, events, onTell }: { party: Party; events: AgreementEvents; onTell: (event: AgreementEvent) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('agreements.moreFor', { name: party.organisation.name })}><IconDots size={17} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onTell(events.signature(party))}>{t(party.signedOn ? 'agreements.correctSignature' : 'agreements.sign')}</Menu.Item>
        <Menu.Item onClick={() => onTell(events.withdrawal(party))}>{t('agreements.withdraw')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
