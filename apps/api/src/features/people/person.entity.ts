import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Visibility } from '@tejido/domain/policy.js';

@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { nullable: true }) consentBasis!: string | null;
  @Column('date', { nullable: true }) consentOn!: string | null;
  @Column('text') notes!: string;
  @Column('text') visibility!: Visibility;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('boolean') demonstration!: boolean;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('int') version!: number;
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
