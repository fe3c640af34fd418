import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '@tejido/domain/policy.js';

@Entity('user_account')
export class UserAccount {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: Exclude<Role, 'public'>;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text') language!: 'es' | 'en';
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('boolean') demonstration!: boolean;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt!: Date;
  @Column('int') version!: number;
}

@Entity('user_session')
export class UserSession {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('uuid') userId!: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', insert: false, update: false }) lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}

@Entity('set_up_link')
export class SetUpLink {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
