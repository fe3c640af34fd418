import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AdjustmentKind, MatrixState } from '@tejido/domain/matrix.js';

/** What is to be done for an activity of the strategy: by the coalition (no country), or a country's own part. */
@Entity('matrix_row')
export class MatrixRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') strategyActivity!: string;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text', { nullable: true }) label!: string | null;
  /** The result that it serves, whose indicator is shown beside it. */
  @Column('text', { nullable: true }) result!: string | null;
  /** A dissemination of this product advances it. */
  @Column('text', { nullable: true }) product!: string | null;
  /** As planned; frozen. */
  @Column('date') plannedFrom!: string;
  @Column('date') plannedTo!: string;
  /** As rescheduled; changed by `rescheduleMatrixRow` alone. */
  @Column('date') currentFrom!: string;
  @Column('date') currentTo!: string;
  @Column('date', { nullable: true }) actualFrom!: string | null;
  @Column('date', { nullable: true }) actualTo!: string | null;
  @Column('text') responsibleRole!: string;
  @Column('text', { nullable: true }) responsibleCountry!: string | null;
  @Column('text') coResponsible!: string;
  /** 0 to 100 by hand; null: derived from what is linked. */
  @Column('smallint', { nullable: true }) progress!: number | null;
  @Column('int', { nullable: true }) expectedCount!: number | null;
  @Column('text') state!: MatrixState;
  @Column('text') observations!: string;
  @Column('text') assumptions!: string;
  @Column('text') meansOfVerification!: string;
  @Column('smallint', { nullable: true }) rating!: number | null;
  @Column('boolean') demonstration!: boolean;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('int') version!: number;
}

/** Who carries a row out with the coalition. */
@Entity('matrix_ally')
export class MatrixAlly {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') rowId!: string;
  @Column('uuid') organisationId!: string;
}

/** A change of the plan: what, why, from what to what, who approved it, and in which minutes. */
@Entity('matrix_adjustment')
export class MatrixAdjustment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') rowId!: string;
  @Column('text') kind!: AdjustmentKind;
  @Column('text') what!: string;
  @Column('text') why!: string;
  /** Of dates: {from, to}; else whatever was written before and after. */
  @Column('jsonb', { nullable: true }) fromValue!: object | null;
  @Column('jsonb', { nullable: true }) toValue!: object | null;
  /** In whose minutes it was decided. */
  @Column('uuid', { nullable: true }) meetingId!: string | null;
  @Column('uuid', { nullable: true }) madeBy!: string | null;
  @Column('date') madeOn!: string;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('date', { nullable: true }) approvedOn!: string | null;
  @Column('int') version!: number;
}
