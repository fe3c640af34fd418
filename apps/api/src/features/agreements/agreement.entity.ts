import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { EntryRule, PartyStage, Stage } from '@tejido/domain/agreement-facts.js';
import { RecordRow } from '../../platform/database/record.entity.js';

@Entity('agreement')
export class Agreement extends RecordRow {
  @Column('text', { nullable: true }) reference!: string | null;
  /** With its number: one of the register's own references; null for what others call it. */
  @Column('text', { nullable: true }) referenceSeries!: string | null;
  @Column('int', { nullable: true }) referenceNumber!: number | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) titleEn!: string | null;
  @Column('text') kind!: string;
  @Column('text') summary!: string;
  @Column('text') stage!: Stage;
  @Column('date', { nullable: true }) datedOn!: string | null;
  @Column('date', { nullable: true }) effectiveFrom!: string | null;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('date', { nullable: true }) terminatedOn!: string | null;
  @Column('text', { nullable: true }) terminationReason!: string | null;
  @Column('date', { nullable: true }) terminationRecordedOn!: string | null;
  @Column('smallint', { nullable: true }) signaturesRequired!: number | null;
  @Column('text') entryRule!: EntryRule;
  @Column('text', { nullable: true }) entryAct!: string | null;
  @Column('date', { nullable: true }) actOn!: string | null;
  @Column('date', { nullable: true }) actRecordedOn!: string | null;
  @Column('boolean') inCoalitionName!: boolean;
  @Column('text', { array: true }) themes!: string[];
  @Column('int', { array: true }) sdgs!: number[];
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('uuid', { nullable: true }) renewsId!: string | null;
  @Column('uuid', { nullable: true }) partOfId!: string | null;
  @Column('uuid', { nullable: true }) responsibleId!: string | null;
  @Column('date') recordedOn!: string;
}

@Entity('agreement_party')
export class AgreementParty {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') agreementId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('boolean') required!: boolean;
  @Column('text') stage!: PartyStage;
  @Column('uuid', { nullable: true }) signatoryId!: string | null;
  /** The post in which that person signs. */
  @Column('uuid', { nullable: true }) signatoryAffiliationId!: string | null;
  /** The document with the signature: one of the agreement's evidence. */
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('date', { nullable: true }) signedOn!: string | null;
  @Column('boolean') ratificationRequired!: boolean;
  @Column('date', { nullable: true }) ratifiedOn!: string | null;
  @Column('date', { nullable: true }) ratificationRecordedOn!: string | null;
  @Column('date', { nullable: true }) withdrawnOn!: string | null;
  @Column('text', { nullable: true }) withdrawalReason!: string | null;
  @Column('date', { nullable: true }) withdrawalRecordedOn!: string | null;
  @Column('date') recordedOn!: string;
  @Column('int') version!: number;
}

@Entity('agreement_suspension')
export class AgreementSuspension {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') agreementId!: string;
  @Column('date') fromDay!: string;
  @Column('date', { nullable: true }) toDay!: string | null;
  @Column('text') reason!: string;
  @Column('date') recordedOn!: string;
}

@Entity('agreement_amendment')
export class AgreementAmendment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') agreementId!: string;
  @Column('smallint', { nullable: true }) number!: number | null;
  @Column('text') title!: string;
  @Column('text') terms!: string;
  @Column('date', { nullable: true }) signedOn!: string | null;
  @Column('date', { nullable: true }) effectiveFrom!: string | null;
  @Column('boolean') changesEnd!: boolean;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('date') recordedOn!: string;
  @Column('int') version!: number;
}

@Entity('agreement_former_signatory')
export class FormerSignatory {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') partyId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid', { nullable: true }) affiliationId!: string | null;
  @Column('text') reason!: string;
  @Column('date') replacedOn!: string;
}
