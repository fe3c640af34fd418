import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Visibility } from '@tejido/domain/policy.js';

/** A key message or product, sent to an audience by a medium on a day (axes E2 and E5). */
@Entity('dissemination')
export class Dissemination {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') audience!: string;
  @Column('text') message!: string;
  @Column('text', { nullable: true }) product!: string | null;
  @Column('text') medium!: string;
  @Column('date') sentOn!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') recipients!: string;
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('date') recordedOn!: string;
  @Column('text') visibility!: Visibility;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('boolean') demonstration!: boolean;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('int') version!: number;
}
