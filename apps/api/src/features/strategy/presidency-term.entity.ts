import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A country's presidency pro tempore, half open: the day of handover belongs to the incoming country. */
@Entity('presidency_term')
export class PresidencyTermRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') country!: string;
  @Column('date') fromDay!: string;
  @Column('date', { nullable: true }) toDay!: string | null;
  @Column('int') version!: number;
}
