import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Stage } from '@tejido/domain/agreement-facts.js';
import { RecordRow } from '../../platform/database/record.entity.js';

@Entity('agreement')
export class Agreement extends RecordRow {
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) titleEn!: string | null;
  @Column('text') kind!: string;
  @Column('text') summary!: string;
  @Column('text') stage!: Stage;
  @Column('date', { nullable: true }) effectiveFrom!: string | null;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('date', { nullable: true }) terminatedOn!: string | null;
  @Column('text', { nullable: true }) terminationReason!: string | null;
  @Column('date', { nullable: true }) terminationRecordedOn!: string | null;
  @Column('smallint', { nullable: true }) signaturesRequired!: number | null;
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
  @Column('uuid', { nullable: true }) signatoryId!: string | null;
  @Column('date', { nullable: true }) signedOn!: string | null;
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

@Entity('evidence')
export class Evidence {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('uuid', { nullable: true }) activityId!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) archiveReference!: string | null;
  @Column('uuid', { nullable: true }) addedBy!: string | null;
  @Column('date') addedOn!: string;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('date', { nullable: true }) verifiedOn!: string | null;
  @Column('int') version!: number;
}
