import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow } from '../../platform/database/record.entity.js';

@Entity('person')
export class Person extends RecordRow {
  @Column('text') name!: string;
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { nullable: true }) consentBasis!: string | null;
  @Column('date', { nullable: true }) consentOn!: string | null;
  @Column('text') notes!: string;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
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

/** What the end of a post said before it was corrected, and why it was. */
@Entity('affiliation_correction')
export class AffiliationCorrection {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') affiliationId!: string;
  @Column('uuid') personId!: string;
  @Column('date') said!: string;
  @Column('date', { nullable: true }) correctedTo!: string | null;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) correctedBy!: string | null;
}
