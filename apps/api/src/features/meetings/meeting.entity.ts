import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { RecordRow } from '../../platform/database/record.entity.js';

export type Mode = 'in_person' | 'virtual' | 'hybrid';
export type Presence = 'present' | 'excused' | 'on_behalf';

@Entity('meeting')
export class Meeting extends RecordRow {
  @Column('text') title!: string;
  @Column('text') kind!: string;
  @Column('text') mode!: Mode;
  @Column('timestamptz') startsAt!: Date | string;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | string | null;
  @Column('text') timeZone!: string;
  @Column('text') place!: string;
  @Column('text', { nullable: true }) placeCountry!: string | null;
  @Column('text') agreed!: string;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('date') recordedOn!: string;
  @Column('date', { nullable: true }) cancelledOn!: string | null;
  @Column('text') cancelledReason!: string;
  /** Raised by the database when time, place or state change. */
  @Column('int') sequence!: number;
  @Column('boolean') allDay!: boolean;
  /** Said of it before it takes place. */
  @Column('text') notes!: string;
  @Column('uuid', { nullable: true }) seriesId!: string | null;
  /** When the series' rule puts it. */
  @Column('timestamptz', { nullable: true }) seriesAt!: Date | string | null;
}

@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** RFC 5545 RRULE. */
  @Column('text') rule!: string;
}

/** The event of a foreign calendar that a meeting came from. */
@Entity('calendar_event')
export class CalendarEvent {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  @Column('text') uid!: string;
  @Column('text') recurrence!: string;
  @Column('int') sequence!: number;
  @Column('text') stamp!: string;
  @Column('jsonb') seen!: object;
}

@Entity('attendance')
export class Attendance {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') presence!: Presence;
  @Column('uuid', { nullable: true }) onBehalfOfPersonId!: string | null;
  @Column('uuid', { nullable: true }) onBehalfOfOrganisationId!: string | null;
}

@Entity('agenda_item')
export class AgendaItem {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') meetingId!: string;
  @Column('int') position!: number;
  @Column('text') title!: string;
  @Column('int', { nullable: true }) minutes!: number | null;
  @Column('uuid', { nullable: true }) ownerOrganisationId!: string | null;
  @Column('uuid', { nullable: true }) ownerPersonId!: string | null;
  @Column('uuid', { nullable: true }) ownerUserId!: string | null;
}
