import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { MinutesState, ObservationOutcome, PartVisibility } from '@tejido/domain/minutes.js';
import type { ContentNode } from '@tejido/domain/minutes-content.js';

@Entity('minutes')
export class Minutes {
  @PrimaryColumn('uuid') meetingId!: string;
  @Column('text') state!: MinutesState;
  @Column('date', { nullable: true }) circulatedOn!: string | null;
  @Column('uuid', { nullable: true }) circulatedBy!: string | null;
  @Column('date', { nullable: true }) observationsUntil!: string | null;
  @Column('int') round!: number;
  @Column('date', { nullable: true }) approvedOn!: string | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('text', { nullable: true }) contentHash!: string | null;
  @Column('int') version!: number;
}

/** What one person writes at a time; of a point of the agenda, or by itself. */
@Entity('minutes_section')
export class MinutesSection {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  @Column('uuid', { nullable: true }) agendaItemId!: string | null;
  @Column('int') position!: number;
  @Column('text') title!: string;
  @Column('jsonb') content!: ContentNode;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) visibility!: PartVisibility | null;
  @Column('timestamptz') updatedAt!: Date;
  @Column('uuid', { nullable: true }) updatedBy!: string | null;
  @Column('int') version!: number;
}

@Entity('decision')
export class Decision {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  @Column('uuid') sectionId!: string;
  @Column('int') position!: number;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) visibility!: PartVisibility | null;
  @Column('int') version!: number;
}

@Entity('minutes_observation')
export class MinutesObservation {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  @Column('int') round!: number;
  @Column('uuid', { nullable: true }) sectionId!: string | null;
  @Column('uuid') authorId!: string;
  @Column('text') text!: string;
  @Column('date') madeOn!: string;
  @Column('text', { nullable: true }) outcome!: ObservationOutcome | null;
  @Column('text') answer!: string;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column('date', { nullable: true }) answeredOn!: string | null;
}
