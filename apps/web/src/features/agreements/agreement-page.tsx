import { Anchor, Button, Group, List, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/fallbacks.js';
import { errorText, useProblems } from '../../app/problems.js';
import { useTaxonomies } from '../../app/taxonomies.js';
import { useApiMutation, useApiQuery } from '../../app/use-api.js';
import { graphql } from '../../gql/gql.js';
import type { AgreementQuery } from '../../gql/graphql.js';
import { DayField } from '../../ui/day-field.js';
import { DayRange, DayText } from '../../ui/day-text.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { ExternalLink } from '../../ui/external-link.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemSummary } from '../../ui/problem-summary.js';
import { Section } from '../../ui/section.js';
import { Loaded } from '../../ui/states.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { AgreementStatus, useStatusSentence } from './status.js';

const AgreementOperation = graphql(`
  query Agreement($id: ID!) {
    agreement(id: $id) {
      id title reference kind status stage summary inForceSince effectiveFrom effectiveTo terminatedOn terminationReason themes inCoalitionName version viewerCan
      statusReason { because on organisations missing }
      parties { id required signedOn withdrawnOn organisation { id name acronym } }
      suspensions { fromDay toDay reason }
      evidence { id title address archiveReference verifiedOn verifiedBy canVerify }
      renews { id title } renewedBy { id title } partOf { id title } parts { id title }
    }
  }
`);
const RecordSignature = graphql(`
  mutation RecordSignature($id: ID!, $version: Int!, $partyId: ID!, $signedOn: Day!) { recordSignature(id: $id, version: $version, partyId: $partyId, signedOn: $signedOn) { id } }
`);
const AddEvidence = graphql(`
  mutation AddAgreementEvidence($agreementId: ID!, $input: AgreementEvidenceInput!) { addAgreementEvidence(agreementId: $agreementId, input: $input) { id } }
`);
const VerifyEvidence = graphql(`
  mutation VerifyAgreementEvidence($evidenceId: ID!) { verifyAgreementEvidence(evidenceId: $evidenceId) { id } }
`);

type Agreement = NonNullable<AgreementQuery['agreement']>;

/** One agreement: its status with the reason, who signed, what proves it. */
export function AgreementPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useApiQuery(AgreementOperation, { id });
  return <Loaded query={query} message={(error) => errorText(t, error)}>{({ agreement }) => (agreement ? <Full agreement={agreement} /> : <NotFound />)}</Loaded>;
}

function Full({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const { label } = useTaxonomies();
  const sentence = useStatusSentence();
  const linked = (each: { id: string; title: string } | null | undefined) => each && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos/$id" params={{ id: each.id }} />}>{each.title}</Anchor>;
  const several = (list: { id: string; title: string }[]) => (list.length > 0 ? <Stack gap={2}>{list.map((each) => <div key={each.id}>{linked(each)}</div>)}</Stack> : null);
  return (
    <>
      <PageHeader above={<Anchor size="sm" renderRoot={(props) => <Link {...props} to="/acuerdos" />}>{t('agreements.title')}</Anchor>} title={agreement.title}
        beside={<AgreementStatus status={agreement.status} />} intro={sentence(agreement.statusReason)} />
      <Stack gap="lg">
        <Section>
          <DefinitionList items={[
            { term: t('agreements.kind'), value: label('agreement_kind', agreement.kind) },
            { term: t('agreements.reference'), value: agreement.reference },
            { term: t('agreements.validity'), value: agreement.inForceSince ? <DayRange from={agreement.inForceSince} to={agreement.effectiveTo ?? null} /> : null },
            { term: t('agreements.theme'), value: agreement.themes.map((code) => label('theme', code)).join(', ') },
            { term: t('agreements.termination'), value: agreement.terminationReason },
            { term: t('agreements.partOf'), value: linked(agreement.partOf) },
            { term: t('agreements.parts'), value: several(agreement.parts) },
            { term: t('agreements.renews'), value: linked(agreement.renews) },
            { term: t('agreements.renewedBy'), value: several(agreement.renewedBy) },
            { term: t('agreements.suspensions'), value: agreement.suspensions.length > 0 ? agreement.suspensions.map((each) => <div key={each.fromDay}><DayRange from={each.fromDay} to={each.toDay ?? null} /> {each.reason}</div>) : null },
          ]} />
        </Section>
        <Parties agreement={agreement} />
        <EvidenceSection agreement={agreement} />
      </Stack>
    </>
  );
}

function Parties({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  return (
    <Section title={t('agreements.parties')} count={agreement.parties.length} flush>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead><Table.Tr><Table.Th>{t('agreements.party')}</Table.Th><Table.Th>{t('agreements.signedOn')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {agreement.parties.map((party) => (
              <Table.Tr key={party.id}>
                <Table.Td><Anchor size="sm" renderRoot={(props) => <Link {...props} to={'/organizaciones/$id' as string} params={{ id: party.organisation.id } as never} />}>{party.organisation.name}</Anchor>{!party.required && <Text size="xs" c="gray.6">{t('agreements.notRequired')}</Text>}</Table.Td>
                <Table.Td>
                  {party.signedOn ? <DayText day={party.signedOn} /> : <Sign agreement={agreement} partyId={party.id} />}
                  {party.withdrawnOn && <Text size="xs" c="gray.7">{t('agreements.withdrew')} <DayText day={party.withdrawnOn} /></Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Sign({ agreement, partyId }: { agreement: Agreement; partyId: string }) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sign = useApiMutation(RecordSignature);
  if (!agreement.viewerCan.includes('amend')) return <Text size="sm" c="gray.7">{t('agreements.notSigned')}</Text>;
  const record = () => day && sign.mutate({ id: agreement.id, version: agreement.version, partyId, signedOn: day }, { onError: (error) => setProblem(errorText(t, error)) });
  return (
    <Group gap="xs" align="flex-end">
      <DayField label={t('agreements.notSigned')} value={day} onChange={setDay} error={problem} />
      <Button variant="default" disabled={!day} loading={sign.isPending} onClick={record}>{t('agreements.sign')}</Button>
    </Group>
  );
}

function EvidenceSection({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const verify = useApiMutation(VerifyEvidence);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  return (
    <Section title={t('agreements.evidence')} count={agreement.evidence.length}>
      <Stack gap="md">
        {agreement.evidence.length === 0 && <Text size="sm" c="gray.7">{t('agreements.evidenceEmpty')}</Text>}
        <List listStyleType="none" spacing="sm">
          {agreement.evidence.map((each) => (
            <List.Item key={each.id}>
              <Group justify="space-between" gap="sm">
                <div><Text size="sm" fw={550}>{each.title}</Text>{each.address ? <ExternalLink href={each.address}>{each.address}</ExternalLink> : <Text size="xs" c="gray.7">{each.archiveReference}</Text>}</div>
                <Group gap="xs">
                  <StatusBadge tone={each.verifiedOn ? 'good' : 'waiting'} label={each.verifiedOn ? t('agreements.verifiedBy', { name: each.verifiedBy ?? '' }) : t('agreements.toVerify')} />
                  {each.canVerify && <Button size="xs" loading={verify.isPending} onClick={() => verify.mutate({ evidenceId: each.id }, { onError: failed })}>{t('agreements.verify')}</Button>}
                </Group>
              </Group>
            </List.Item>
          ))}
        </List>
        {agreement.viewerCan.includes('amend') && <EvidenceForm agreementId={agreement.id} />}
      </Stack>
    </Section>
  );
}

function EvidenceForm({ agreementId }: { agreementId: string }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { title: '', address: '', archiveReference: '' } });
  const problems = useProblems(form);
  const add = useApiMutation(AddEvidence, { onDone: () => form.reset() });
  const submit = form.onSubmit((input) => {
    problems.clear();
    add.mutate({ agreementId, input: { title: input.title, address: input.address || null, archiveReference: input.archiveReference || null } }, { onError: problems.show });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <ProblemSummary text={problems.summary} />
        <Group align="flex-end" gap="xs">
          <TextInput flex="1 1 180px" label={t('agreements.evidenceTitle')} {...form.getInputProps('title')} />
          <TextInput flex="1 1 180px" label={t('agreements.evidenceAddress')} {...form.getInputProps('address')} />
          <TextInput flex="1 1 180px" label={t('agreements.evidenceArchive')} {...form.getInputProps('archiveReference')} />
          <Button type="submit" variant="default" loading={add.isPending}>{t('agreements.addEvidence')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
