import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { useApiMutation } from '../../app/use-api.js';
import { today } from '../../ui/days.js';
import type { AgreementEvent } from './event-dialog.js';
import { EndSuspension, NameSignatory, RecordEntryAct, RecordRatification, RecordSignature, SignAmendment, SuspendAgreement, TerminateAgreement, WithdrawParty, type Agreement, type Amendment, type Party } from './operations.js';

/** What can happen to this agreement, each as the dialog that records it. `version` is read when it is sent: it may have moved on. */
export function useAgreementEvents(agreement: Agreement) {
  const { t } = useTranslation();
  const sign = useApiMutation(RecordSignature);
  const ratify = useApiMutation(RecordRatification);
  const name = useApiMutation(NameSignatory);
  const act = useApiMutation(RecordEntryAct);
  const signAmendment = useApiMutation(SignAmendment);
  const withdraw = useApiMutation(WithdrawParty);
  const suspend = useApiMutation(SuspendAgreement);
  const resume = useApiMutation(EndSuspension);
  const terminate = useApiMutation(TerminateAgreement);
  const now = () => ({ id: agreement.id, version: agreement.version });
  return {
    signature: (party: Party): AgreementEvent => ({
      title: t('agreements.signTitle', { name: nameOf(party) }), action: t('agreements.sign'),
      person: { name: 'signatoryId', label: t('agreements.signatory'), initial: party.signatory ? { id: party.signatory.id, label: party.signatory.name } : null },
      choice: {
        name: 'documentId', label: t('agreements.document'), description: t('agreements.documentHint'), placeholder: t('agreements.noDocument'), initial: party.document?.id ?? null,
        options: agreement.evidence.map(({ id, title }) => ({ value: id, label: title })),
      },
      days: [{ name: 'signedOn', label: t('agreements.signedOn'), initial: party.signedOn ?? null }],
      record: ({ signedOn, signatoryId, documentId }) => sign.mutateAsync({ ...now(), partyId: party.id, signedOn: signedOn!, signatoryId, documentId }),
    }),
    ratification: (party: Party): AgreementEvent => ({
      title: t('agreements.ratifyTitle', { name: nameOf(party) }), action: t('agreements.ratify'), days: [{ name: 'ratifiedOn', label: t('agreements.ratifiedOn'), initial: party.ratifiedOn ?? null }],
      record: ({ ratifiedOn }) => ratify.mutateAsync({ ...now(), partyId: party.id, ratifiedOn: ratifiedOn! }),
    }),
    signatory: (party: Party): AgreementEvent => ({
      title: t('agreements.nameTitle', { name: nameOf(party) }), days: [], withReason: Boolean(party.signatory),
      body: party.signatory ? t('agreements.substituteBody', { name: party.signatory.name }) : t('agreements.nameBody'),
      action: t(party.signatory ? 'agreements.substituteSignatory' : 'agreements.nameSignatory'), person: { name: 'personId', label: t('agreements.person'), required: true },
      record: ({ personId, reason }) => name.mutateAsync({ ...now(), partyId: party.id, personId: personId!, reason: reason ?? null }),
    }),
    entryAct: (): AgreementEvent => ({
      title: t('agreements.actTitle'), body: agreement.entryAct ?? undefined, action: t('agreements.recordAct'), days: [{ name: 'actOn', label: t('agreements.actOn'), initial: agreement.actOn ?? null }],
      record: ({ actOn }) => act.mutateAsync({ ...now(), actOn: actOn! }),
    }),
    amendmentSignature: (amendment: Amendment): AgreementEvent => ({
      title: t('agreements.amendmentSignTitle', { name: amendment.title }), body: amendment.number ? undefined : t('agreements.amendmentSignBody'), action: t('agreements.amendmentSign'),
      days: [{ name: 'signedOn', label: t('agreements.signedOn'), initial: amendment.signedOn ?? null }],
      record: ({ signedOn }) => signAmendment.mutateAsync({ ...now(), amendmentId: amendment.id, signedOn: signedOn! }),
    }),
    withdrawal: (party: Party): AgreementEvent => ({
      title: t('agreements.withdrawTitle', { name: nameOf(party) }), body: party.required ? t('agreements.withdrawBody') : undefined,
      action: t('agreements.withdraw'), destructive: true, withReason: true,
      days: [{ name: 'withdrawnOn', label: t('agreements.withdrawnOn'), description: t('agreements.firstDayWithout'), initial: today() }],
      record: ({ withdrawnOn, reason }) => withdraw.mutateAsync({ ...now(), partyId: party.id, withdrawnOn: withdrawnOn!, reason: reason ?? '' }),
    }),
    suspension: (): AgreementEvent => ({
      title: t('agreements.suspendTitle'), body: t('agreements.suspendBody'), action: t('agreements.suspend'), withReason: true,
      days: [{ name: 'fromDay', label: t('agreements.suspendedFrom'), initial: today() }, { name: 'toDay', label: t('agreements.suspendedTo'), description: t('agreements.suspendedToHint'), optional: true }],
      record: ({ fromDay, toDay, reason }) => suspend.mutateAsync({ ...now(), fromDay: fromDay!, toDay, reason: reason ?? '' }),
    }),
    resumption: (suspensionId: string): AgreementEvent => ({
      title: t('agreements.resumeTitle'), body: t('agreements.resumeBody'), action: t('agreements.resume'), days: [{ name: 'toDay', label: t('agreements.suspendedTo'), initial: today() }],
      record: ({ toDay }) => resume.mutateAsync({ ...now(), suspensionId, toDay: toDay! }),
    }),
    termination: (): AgreementEvent => ({
      title: t('agreements.terminateTitle'), body: t('agreements.terminateBody'), action: t('agreements.terminate'), destructive: true, withReason: true,
      days: [{ name: 'on', label: t('agreements.terminatedOn'), description: t('agreements.firstDayWithout'), initial: agreement.terminatedOn ?? today() }],
      record: ({ on, reason }) => terminate.mutateAsync({ ...now(), on: on!, reason: reason ?? '' }),
    }),
  };
}
const nameOf = ({ organisation }: Party) => shortName(organisation);

export type AgreementEvents = ReturnType<typeof useAgreementEvents>;
