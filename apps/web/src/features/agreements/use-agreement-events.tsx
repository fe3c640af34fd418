import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../app/use-api.js';
import { today } from '../../ui/days.js';
import type { AgreementEvent } from './event-dialog.js';
import { EndSuspension, RecordSignature, SuspendAgreement, TerminateAgreement, WithdrawParty, type Agreement, type Party } from './operations.js';

/** What can happen to this agreement, each as the dialog that records it. `version` is read when it is sent: it may have moved on. */
export function useAgreementEvents(agreement: Agreement) {
  const { t } = useTranslation();
  const sign = useApiMutation(RecordSignature);
  const withdraw = useApiMutation(WithdrawParty);
  const suspend = useApiMutation(SuspendAgreement);
  const resume = useApiMutation(EndSuspension);
  const terminate = useApiMutation(TerminateAgreement);
  const now = () => ({ id: agreement.id, version: agreement.version });
  return {
    signature: (party: Party): AgreementEvent => ({
      title: t('agreements.signTitle', { name: party.organisation.acronym ?? party.organisation.name }), action: t('agreements.sign'), withSignatory: true,
      days: [{ name: 'signedOn', label: t('agreements.signedOn'), initial: party.signedOn ?? null }],
      record: ({ signedOn, signatoryId }) => sign.mutateAsync({ ...now(), partyId: party.id, signedOn: signedOn!, signatoryId }),
    }),
    withdrawal: (party: Party): AgreementEvent => ({
      title: t('agreements.withdrawTitle', { name: party.organisation.acronym ?? party.organisation.name }), body: party.required ? t('agreements.withdrawBody') : undefined,
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
export type AgreementEvents = ReturnType<typeof useAgreementEvents>;
