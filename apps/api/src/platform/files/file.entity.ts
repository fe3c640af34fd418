import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file as it was uploaded. Its bytes are kept under their hash, in pieces: see files.ts. */
@Entity('file')
export class StoredFile {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('bytea') sha256!: Buffer;
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  @Column('int') size!: number;
  @Column('uuid', { nullable: true }) uploadedBy!: string | null;
  @Column('timestamptz') uploadedAt!: Date;
  @Column('boolean') claimed!: boolean;
}
