import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ProposalRole, ProposalStage } from '@tejido/domain/proposal.js';
import { RecordRow } from '../../platform/database/record.entity.js';

@Entity('proposal')
export class Proposal extends RecordRow {
  @Column('text') title!: string;
  @Column('text') stage!: ProposalStage;
  @Column('numeric', { nullable: true }) amount!: number | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('date', { nullable: true }) deadline!: string | null;
  @Column('date', { nullable: true }) submittedOn!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('date') recordedOn!: string;
}

@Entity('proposal_partner')
export class ProposalPartner {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') proposalId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') role!: ProposalRole;
}
