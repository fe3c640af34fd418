import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { Visibility } from '@tejido/domain/policy.js';

/** What every record with visibility has; the twin of `recordColumns()` in the migrations. */
export abstract class RecordRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') visibility!: Visibility;
  /** The country whose delegates write it; needed when only they may see it. */
  @Column('text', { nullable: true }) country!: string | null;
  @Column('boolean') demonstration!: boolean;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  /** In the trash since then. */
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('int') version!: number;
}
