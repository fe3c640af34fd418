import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { conflict, notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { emailProblems, textProblems, urlProblems } from '@tejido/domain/field-problems.js';
import { canMerge } from '@tejido/domain/merge.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { OrganisationInput } from './organisation.input.js';
import { ContactPoint, Organisation, OrganisationIdentifier, OrganisationName } from './organisation.entity.js';

/** The verbs that write organisations. */
@Injectable()
export class OrganisationsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new organisation's id. A delegate's belongs to the delegate's country. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: OrganisationInput): Promise<string> {
    return this.work.run(viewer, 'organisation.register', (tx) => this.registerIn(tx, viewer, input));
  }

  /** As `register`, inside a unit of work that does more (a meeting logged with a new partner, an import). */
  async registerIn(tx: Tx, viewer: Viewer, input: OrganisationInput, demonstration = false): Promise<string> {
    const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
    authorize(viewer, 'organisation.register', owner);
    refuseIfAny(problemsOf({ ...input, name: input.name ?? '' }));
    const id = await tx.insert(Organisation, { ...columnsOf(input), name: input.name!.trim(), ...owner, demonstration, createdBy: viewer.userId, recordedOn: this.clock.today() });
    await replaceParts(tx, id, input);
    return id;
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: OrganisationInput): Promise<void> {
    return this.work.run(viewer, 'organisation.amend', async (tx) => {
      const before = await this.allowed(tx, viewer, 'organisation.amend', id);
      authorize(viewer, 'organisation.amend', { visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country });
      refuseIfAny(problemsOf(input));
      await tx.amend(Organisation, id, version, columnsOf(input));
      await replaceParts(tx, id, input);
    });
  }

  confirm(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'organisation.amend', 'organisation.confirm', id, version, { lastConfirmedOn: this.clock.today(), lastConfirmedBy: viewer.userId });
  }

  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'organisation.archive', 'organisation.archive', id, version, { archivedAt: this.clock.now() });
  }

  restore(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'organisation.archive', 'organisation.restore', id, version, { archivedAt: null });
  }

  /** Moves what hangs on the duplicate to the survivor and leaves a redirect. @throws CONFLICT with the reasons */
  merge(viewer: Viewer, survivorId: string, duplicateId: string, version: number): Promise<void> {
    return this.work.run(viewer, 'organisation.merge', async (tx) => {
      const survivor = await this.allowed(tx, viewer, 'organisation.merge', survivorId);
      const duplicate = await this.allowed(tx, viewer, 'organisation.merge', duplicateId);
      const verdict = canMerge(survivor, duplicate);
      if (!verdict.ok) throw conflict(verdict.fields);
      await tx.amend(Organisation, duplicateId, version, { mergedIntoId: survivorId });
      for (const statement of moves(survivorId, duplicateId)) await tx.query(statement);
    });
  }

  private change(viewer: Viewer, ability: Ability, action: string, id: string, version: number, patch: Partial<Organisation>): Promise<void> {
    return this.work.run(viewer, action, async (tx) => {
      await this.allowed(tx, viewer, ability, id);
      await tx.amend(Organisation, id, version, patch);
    });
  }

  private async allowed(tx: Tx, viewer: Viewer, ability: Ability, id: string): Promise<Organisation> {
    const found = isUuid(id) ? await tx.manager.findOneBy(Organisation, { id }) : null;
    if (!found || !canRead(viewer, found)) throw notFound();
    authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
    return found;
  }
}

const COLUMNS = ['name', 'nameEn', 'acronym', 'acronymEn', 'standing', 'audience', 'kind', 'scope', 'seatCountry', 'countries', 'themes', 'sdgs',
  'parentId', 'countsWithId', 'description', 'visibility', 'country'] as const satisfies readonly (keyof OrganisationInput)[];

function columnsOf(input: OrganisationInput): Partial<Organisation> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => [column, trimmed(input[column])]);
  return Object.fromEntries(given) as Partial<Organisation>;
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').trim() : value);

function problemsOf(input: OrganisationInput): FieldProblem[] {
  const contacts = input.contactPoints ?? [];
  return [
    ...(input.name === undefined ? [] : textProblems('name', input.name, { max: 400, required: true })),
    ...textProblems('nameEn', input.nameEn, { max: 400 }),
    ...textProblems('acronym', input.acronym, { max: 60 }),
    ...contacts.flatMap((each, at) => (each.kind === 'email' ? emailProblems(`contactPoints.${at}.value`, each.value) : each.kind === 'website' ? urlProblems(`contactPoints.${at}.value`, each.value) : [])),
    ...(input.standing === 'coalition' ? [problem('standing', 'not_a_choice')] : []),
  ];
}

/** A list given replaces the whole list; a list not given stays. */
async function replaceParts(tx: Tx, organisationId: string, input: OrganisationInput): Promise<void> {
  if (input.names) {
    await tx.remove(OrganisationName, { organisationId });
    await tx.insertAll(OrganisationName, input.names.map((each) => ({ ...each, organisationId })));
  }
  if (input.identifiers) {
    await tx.remove(OrganisationIdentifier, { organisationId });
    await tx.insertAll(OrganisationIdentifier, input.identifiers.map((each) => ({ ...each, organisationId })));
  }
  if (input.contactPoints) {
    await tx.remove(ContactPoint, { organisationId });
    await tx.insertAll(ContactPoint, input.contactPoints.map((each) => ({ ...each, label: each.label ?? '', organisationId })));
  }
}

/** Tables whose rows go over to the survivor; where it has the same row already, the duplicate's stays behind, unseen. */
const MOVED: readonly [table: string, column: string, twin: string | null][] = [
  ['agreement_party', 'organisation_id', 'agreement_id'], ['participation', 'organisation_id', 'activity_id'], ['attendance', 'organisation_id', 'meeting_id'],
  ['affiliation', 'organisation_id', 'person_id'], ['commitment', 'owner_organisation_id', null], ['commitment', 'beneficiary_organisation_id', null],
  ['organisation', 'parent_id', null], ['organisation', 'counts_with_id', null], ['organisation_identifier', 'organisation_id', null], ['contact_point', 'organisation_id', null],
];

const moves = (survivor: string, duplicate: string) => MOVED.map(([table, column, twin]) => sql`update ${raw(table)} moved set ${raw(column)} = ${survivor}
  where moved.${raw(column)} = ${duplicate} ${twin ? sql`and not exists (select from ${raw(table)} kept where kept.${raw(column)} = ${survivor} and kept.${raw(twin)} = moved.${raw(twin)})` : sql``}`);
