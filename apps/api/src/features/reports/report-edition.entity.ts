import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ReportKind, ReportOutputCode, ReportSection, ReportState, ReportVisibility } from '@tejido/domain/report.js';
import type { ReportContent, ReportLanguage } from './report-content.js';

/** A report of a period. Issued, it is a fact that indicators may count, on `issuedOn`. */
@Entity('report_edition')
export class ReportEdition {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') kind!: ReportKind;
  @Column('date') fromDay!: string;
  @Column('date') toDay!: string;
  @Column('text') visibility!: ReportVisibility;
  @Column('text') code!: string;
  @Column('text') state!: ReportState;
  @Column('jsonb') content!: ReportContent;
  @Column('uuid', { array: true }) snapshotIds!: string[];
  @Column('date') frozenOn!: string;
  @Column('uuid', { nullable: true }) frozenBy!: string | null;
  @Column('date', { nullable: true }) issuedOn!: string | null;
  @Column('uuid', { nullable: true }) issuedBy!: string | null;
  @Column('text', { nullable: true }) contentHash!: string | null;
  @Column('boolean') demonstration!: boolean;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('int') version!: number;
}

/** What somebody wrote for one section in one language; a version of its own, so that two who write different ones never meet. */
@Entity('report_text')
export class ReportText {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') editionId!: string;
  @Column('text') section!: ReportSection;
  @Column('text') language!: ReportLanguage;
  @Column('text') body!: string;
  @Column('uuid', { nullable: true }) writtenBy!: string | null;
  @Column('timestamptz') writtenAt!: Date;
  @Column('int') version!: number;
}

/** A document of an edition: asked for, made by a job, kept until its content changes. */
@Entity('report_document')
export class ReportDocument {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') editionId!: string;
  @Column('text') output!: ReportOutputCode;
  @Column('text') language!: ReportLanguage;
  @Column('text') state!: 'waiting' | 'making' | 'ready' | 'failed';
  @Column('smallint') progress!: number;
  @Column('text') sourceDigest!: string;
  @Column('bytea', { nullable: true }) bytes!: Buffer | null;
  @Column('uuid', { nullable: true }) askedBy!: string | null;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) readyAt!: Date | null;
}
