import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow } from '../../platform/database/record.entity.js';

@Entity('person')
export class Person extends RecordRow {
  @Column('text') name!: string;
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { nullable: true }) consentBasis!: string | null;
  @Column('date', { nullable: true }) consentOn!: string | null;
  @Column('text') notes!: string;
}

/** A post at an organisation; "current" is derived from the dates. */
@Entity('affiliation')
export class Affiliation {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') post!: string;
  @Column('date', { nullable: true }) fromDay!: string | null;
  @Column('date', { nullable: true }) toDay!: string | null;
  @Column('int') version!: number;
}
