import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What is told of evidence, now or in a version before. */
abstract class EvidenceColumns {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) archiveReference!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('uuid', { nullable: true }) addedBy!: string | null;
  @Column('date') addedOn!: string;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('date', { nullable: true }) verifiedOn!: string | null;
  /** Whoever was to verify it found it wanting, and says why. */
  @Column('uuid', { nullable: true }) returnedBy!: string | null;
  @Column('date', { nullable: true }) returnedOn!: string | null;
  @Column('text', { nullable: true }) returnReason!: string | null;
}

/** What proves an agreement or an activity. */
@Entity('evidence')
export class Evidence extends EvidenceColumns {
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('uuid', { nullable: true }) activityId!: string | null;
  @Column('int') version!: number;
}

/** What it was before it was replaced. */
@Entity('evidence_version')
export class EvidenceVersion extends EvidenceColumns {
  @Column('date') replacedOn!: string;
  @Column('uuid') evidenceId!: string;
}
