import { Column, Entity } from 'typeorm';
import { RecordRow } from '../../platform/database/record.entity.js';

/** A key message or product, sent to an audience by a medium on a day (axes E2 and E5). */
@Entity('dissemination')
export class Dissemination extends RecordRow {
  @Column('text') audience!: string;
  @Column('text') message!: string;
  /** The message of the content plan that it carried; null: one of its own. */
  @Column('text', { nullable: true }) planEntry!: string | null;
  @Column('text', { nullable: true }) product!: string | null;
  @Column('text') medium!: string;
  @Column('date') sentOn!: string;
  @Column('uuid', { nullable: true }) organisationId!: string | null;
  @Column('text') recipients!: string;
  @Column('text', { nullable: true }) strategyActivity!: string | null;
  @Column('date') recordedOn!: string;
}
