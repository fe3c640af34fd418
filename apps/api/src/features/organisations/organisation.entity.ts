import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow } from '../../platform/database/record.entity.js';

export type Standing = 'external' | 'member' | 'coalition';
export type NameRole = 'name' | 'acronym' | 'former' | 'alias';
export type ContactKind = 'website' | 'email' | 'phone' | 'address' | 'social' | 'messaging';

@Entity('organisation')
export class Organisation extends RecordRow {
  @Column('text') name!: string;
  @Column('text', { nullable: true }) nameEn!: string | null;
  @Column('text', { nullable: true }) acronym!: string | null;
  @Column('text', { nullable: true }) acronymEn!: string | null;
  @Column('text') standing!: Standing;
  @Column('text', { nullable: true }) audience!: string | null;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text', { nullable: true }) scope!: string | null;
  @Column('text', { nullable: true }) seatCountry!: string | null;
  @Column('text', { array: true }) countries!: string[];
  @Column('text', { array: true }) themes!: string[];
  @Column('int', { array: true }) sdgs!: number[];
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('uuid', { nullable: true }) countsWithId!: string | null;
  @Column('uuid', { nullable: true }) mergedIntoId!: string | null;
  @Column('uuid', { nullable: true }) relationshipOwnerId!: string | null;
  @Column('text') description!: string;
  @Column('date', { nullable: true }) lastConfirmedOn!: string | null;
  @Column('uuid', { nullable: true }) lastConfirmedBy!: string | null;
  @Column('date') recordedOn!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}

@Entity('organisation_name')
export class OrganisationName {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') role!: NameRole;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('text') value!: string;
}

@Entity('organisation_identifier')
export class OrganisationIdentifier {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') scheme!: string;
  @Column('text') value!: string;
}

@Entity('contact_point')
export class ContactPoint {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') kind!: ContactKind;
  @Column('text') label!: string;
  @Column('text') value!: string;
  @Column('boolean', { default: false }) preferred!: boolean;
}

@Entity('relationship')
export class Relationship {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') fromId!: string;
  @Column('uuid') toId!: string;
  @Column('text') type!: string;
  @Column('date', { nullable: true }) fromDay!: string | null;
  @Column('date', { nullable: true }) toDay!: string | null;
  @Column('int') version!: number;
}

/** Rows of one column that a merge moved, and what it took away; kept so that the merge can be undone. */
export interface MergedRows {
  table: string;
  column: string;
  moved: string[];
  cleared: string[];
  removed: object[];
}

@Entity('organisation_merge')
export class OrganisationMerge {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') survivorId!: string;
  @Column('uuid') duplicateId!: string;
  @Column('jsonb') moved!: { rows: MergedRows[]; names: string[] };
  @Column('uuid', { nullable: true }) mergedBy!: string | null;
  @Column('timestamptz') mergedAt!: Date;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
}
