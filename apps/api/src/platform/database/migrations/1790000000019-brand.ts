import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The brand of the coalition's documents, beside the logo and the address line of its letterhead. */
export class Brand1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table coalition
        add column primary_colour text not null default '#3751b2' constraint coalition_primary_colour check (primary_colour ~ '^#[0-9a-f]{6}$'),
        add column accent_colour text not null default '#b84a14' constraint coalition_accent_colour check (accent_colour ~ '^#[0-9a-f]{6}$'),
        add column cover bytea
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}
