import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A snapshot freezes, beside its value and lists, every figure that a report tells of it. Those of before stay as they were signed. */
export class Figures1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SNAPSHOT_FIGURES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const SNAPSHOT_FIGURES = `
  alter table snapshot
    add column figures jsonb,
    add column hash_version smallint not null default 1 check (hash_version in (1, 2)),
    add constraint snapshot_figures_by_version check ((figures is not null) = (hash_version >= 2));
`;
