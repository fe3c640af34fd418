import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow } from '../../platform/database/record.entity.js';

/** Who owes what to whom by when. */
@Entity('commitment')
export class Commitment extends RecordRow {
  @Column('text') text!: string;
  @Column('uuid', { nullable: true }) ownerOrganisationId!: string | null;
  @Column('uuid', { nullable: true }) ownerPersonId!: string | null;
  @Column('uuid', { nullable: true }) ownerUserId!: string | null;
  @Column('uuid', { nullable: true }) beneficiaryOrganisationId!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('date', { nullable: true }) firstDueOn!: string | null;
  @Column('uuid', { nullable: true }) meetingId!: string | null;
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('date', { nullable: true }) fulfilledOn!: string | null;
  @Column('uuid', { nullable: true }) fulfilledBy!: string | null;
  /** Who is asked to verify it; null: whoever may. */
  @Column('uuid', { nullable: true }) verifierId!: string | null;
  @Column('date', { nullable: true }) verifiedOn!: string | null;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('date', { nullable: true }) cancelledOn!: string | null;
  @Column('date') recordedOn!: string;
}

@Entity('commitment_postponement')
export class CommitmentPostponement {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') commitmentId!: string;
  @Column('date', { nullable: true }) fromDay!: string | null;
  @Column('date') toDay!: string;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) postponedBy!: string | null;
  @Column('date') recordedOn!: string;
}
