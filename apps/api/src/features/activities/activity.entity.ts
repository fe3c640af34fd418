import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ActivityStatus } from '@tejido/domain/activity-count.js';
import { RecordRow } from '../../platform/database/record.entity.js';

@Entity('activity')
export class Activity extends RecordRow {
  @Column('text') title!: string;
  @Column('text', { nullable: true }) titleEn!: string | null;
  @Column('text') kind!: string;
  @Column('text') status!: ActivityStatus;
  @Column('text') summary!: string;
  @Column('date', { nullable: true }) startsOn!: string | null;
  @Column('date', { nullable: true }) endsOn!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('text', { nullable: true }) axis!: string | null;
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('text', { array: true }) countries!: string[];
  @Column('text', { array: true }) themes!: string[];
  @Column('int', { array: true }) sdgs!: number[];
  @Column('date') recordedOn!: string;
}

/** An organisation's part in an activity; whether the role contributes is the role's own. */
@Entity('participation')
export class Participation {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') activityId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') role!: string;
}
