import sql from 'sql-template-tag';
import type { ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../../platform/database/work.js';
import { Activity, Participation } from '../activities/activity.entity.js';
import { Agreement, AgreementParty } from '../agreements/agreement.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { ContactPoint, Organisation, OrganisationIdentifier, OrganisationName, Relationship } from '../organisations/organisation.entity.js';

type Rows<T> = QueryDeepPartialEntity<T>[];

/** Everything that an import will write, planned before the first write. Ids are given here, so that parts can name their whole. */
export class Batch {
  readonly organisations: Rows<Organisation> = [];
  readonly names: Rows<OrganisationName> = [];
  readonly identifiers: Rows<OrganisationIdentifier> = [];
  readonly contactPoints: Rows<ContactPoint> = [];
  readonly relationships: Rows<Relationship> = [];
  readonly agreements: Rows<Agreement> = [];
  readonly parties: Rows<AgreementParty> = [];
  readonly activities: Rows<Activity> = [];
  readonly participations: Rows<Participation> = [];
  readonly evidence: Rows<Evidence> = [];
  /** Organisation → its parent. */
  readonly parents = new Map<string, string>();
  readonly sourceRecords: { table: string; key: string; id: string }[] = [];
}

// PostgreSQL takes 65,535 parameters a statement; an organisation has some twenty.
const CHUNK = 500;

/** Writes the batch, wholes before their parts. */
export async function writeBatch(tx: Tx, batch: Batch, source: string): Promise<void> {
  await insert(tx, Organisation, batch.organisations);
  await insert(tx, OrganisationName, batch.names);
  await insert(tx, OrganisationIdentifier, batch.identifiers);
  await insert(tx, ContactPoint, batch.contactPoints);
  await setParents(tx, batch);
  await insert(tx, Relationship, batch.relationships);
  await insert(tx, Agreement, batch.agreements);
  await insert(tx, AgreementParty, batch.parties);
  await insert(tx, Activity, batch.activities);
  await insert(tx, Participation, batch.participations);
  await insert(tx, Evidence, batch.evidence);
  await rememberSources(tx, batch, source);
}

async function insert<T extends ObjectLiteral>(tx: Tx, entity: new () => T, rows: Rows<T>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await tx.insertAll(entity, rows.slice(at, at + CHUNK));
}

async function setParents(tx: Tx, { parents }: Batch): Promise<void> {
  await tx.query(sql`update organisation set parent_id = given.parent from unnest(${[...parents.keys()]}::uuid[], ${[...parents.values()]}::uuid[]) as given(id, parent)
    where organisation.id = given.id`);
}

async function rememberSources(tx: Tx, { sourceRecords: records }: Batch, source: string): Promise<void> {
  await tx.query(sql`insert into source_record (source, key, table_name, record_id)
    select ${source}, key, table_name, record_id
    from unnest(${records.map(({ key }) => key)}::text[], ${records.map(({ table }) => table)}::text[], ${records.map(({ id }) => id)}::uuid[])
      as given(key, table_name, record_id)
    on conflict (source, table_name, key) do update set record_id = excluded.record_id`);
}
