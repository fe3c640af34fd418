import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Visibility } from '@tejido/domain/policy.js';
import type { ProposalRole, ProposalStage } from '@tejido/domain/proposal.js';

@Entity('proposal')
export class Proposal {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text') stage!: ProposalStage;
  @Column('numeric', { nullable: true }) amount!: number | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('date', { nullable: true }) deadline!: string | null;
  @Column('date', { nullable: true }) submittedOn!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('date') recordedOn!: string;
  @Column('text') visibility!: Visibility;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('boolean') demonstration!: boolean;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('int') version!: number;
}

@Entity('proposal_partner')
export class ProposalPartner {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') role!: ProposalRole;
}
