import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asked to verify a commitment, who put it off; ties that are one whichever end they are told from. */
export class CommitmentsAndRelationships1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMMITMENTS);
    await runner.query(MIRRORED_TIES);
    await runner.query(RELATIONSHIPS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const COMMITMENTS = `
  alter table commitment
    add column verifier_id uuid references user_account (id),
    add constraint commitment_verifier_is_another check (verifier_id is null or verifier_id is distinct from owner_user_id);
  create index commitment_verifier on commitment (verifier_id) where verifier_id is not null;
  create index commitment_owner_user on commitment (owner_user_id) where owner_user_id is not null;
  alter table commitment_postponement add column postponed_by uuid references user_account (id);
`;

// A register that holds the same tie told from both ends keeps the one that was entered first; the audit trail keeps the other.
const MIRRORED_TIES = `
  select begin_work(':system', 'relationship.unite_mirrored');
  delete from relationship later using relationship first
    where later.type = first.type and later.from_id = first.to_id and later.to_id = first.from_id and later.ctid > first.ctid
      and daterange(later.from_day, later.to_day, '[]') && daterange(first.from_day, first.to_day, '[]');
  select set_config('tejido.actor', '', true), set_config('tejido.action', '', true);
`;

// Decision 0018: two organisations have one tie of a type at a time, whichever of them it is told from.
const RELATIONSHIPS = `
  alter table relationship drop constraint relationship_no_overlap;
  alter table relationship add constraint relationship_no_overlap exclude using gist (
    least(from_id, to_id) with =, greatest(from_id, to_id) with =, type with =, daterange(from_day, to_day, '[]') with &&);
  create index relationship_from on relationship (from_id);
  create index organisation_relationship_owner on organisation (relationship_owner_id) where relationship_owner_id is not null;
`;
