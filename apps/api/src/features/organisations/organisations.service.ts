import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { DomainError, notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { emailProblems, textProblems, urlProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { readableBy } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { OrganisationInput } from './organisation.input.js';
import { ownerProblems } from './relationship-owner.js';
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
    await refuseHidden(tx, viewer, input);
    refuseIfAny(await ownerProblems(tx, input.relationshipOwnerId, owner));
    await refuseTakenIdentifiers(tx, viewer, input, null);
    const id = await tx.insert(Organisation, {
      ...columnsOf(input), name: input.name!.normalize('NFC').trim(), ...owner, demonstration, createdBy: viewer.userId, recordedOn: this.clock.today(),
    });
    await replaceParts(tx, id, input);
    return id;
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: OrganisationInput): Promise<void> {
    return this.work.run(viewer, 'organisation.amend', async (tx) => {
      const before = await this.allowed(tx, viewer, 'organisation.amend', id);
      // A delegate cannot give a record away, nor hide it from themselves.
      authorize(viewer, 'organisation.amend', {
        visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country,
      });
      if (before.standing === 'coalition' && input.standing && input.standing !== 'coalition') throw invalidStanding();
      refuseIfAny(problemsOf(input));
      await refuseHidden(tx, viewer, input);
      refuseIfAny(await ownerProblems(tx, input.relationshipOwnerId, { visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country }));
      await refuseTakenIdentifiers(tx, viewer, input, id);
      await tx.amend(Organisation, id, version, columnsOf(input));
      await replaceParts(tx, id, input);
    });
  }

  confirm(viewer: Viewer, id: string, version: number): Promise<void> {
    const confirmed = { lastConfirmedOn: this.clock.today(), lastConfirmedBy: viewer.userId };
    return this.change(viewer, 'organisation.amend', 'organisation.confirm', id, version, confirmed);
  }

  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'organisation.archive', 'organisation.archive', id, version, { archivedAt: this.clock.now() });
  }

  restore(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'organisation.archive', 'organisation.restore', id, version, { archivedAt: null });
  }

  private change(viewer: Viewer, ability: Ability, action: string, id: string, version: number, patch: Partial<Organisation>): Promise<void> {
    return this.work.run(viewer, action, async (tx) => {
      await this.allowed(tx, viewer, ability, id, action === 'organisation.restore');
      await tx.amend(Organisation, id, version, patch);
    });
  }

  /** The record, if the viewer may do this to it. One that was merged is gone, one in the trash too unless `archived`. */
  private async allowed(tx: Tx, viewer: Viewer, ability: Ability, id: string, archived = false): Promise<Organisation> {
    const found = isUuid(id) ? await tx.manager.findOneBy(Organisation, { id }) : null;
    if (!found || !canRead(viewer, found) || found.mergedIntoId || (found.archivedAt && !archived)) throw notFound();
    authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
    return found;
  }
}

const invalidStanding = () => new DomainError('INVALID', [problem('standing', 'read_only')]);

const refuseHidden = (tx: Tx, viewer: Viewer, { parentId, countsWithId }: OrganisationInput): Promise<void> =>
  refuseUnnameable(tx, viewer, [{ path: 'parentId', table: 'organisation', id: parentId }, { path: 'countsWithId', table: 'organisation', id: countsWithId }]);

/**
 * An identifier names one body. Only records that the viewer may see count: a refusal would betray a hidden one. Writes come
 * one after the other (begin_work), so that two at once cannot both find it free.
 */
async function refuseTakenIdentifiers(tx: Tx, viewer: Viewer, { identifiers = [] }: OrganisationInput, ownId: string | null): Promise<void> {
  if (identifiers.length === 0) return;
  const pairs = identifiers.map(({ scheme, value }): Sql => sql`(${scheme}, ${value.trim()})`);
  const taken = await tx.query<{ scheme: string; value: string }>(sql`select i.scheme, i.value from organisation_identifier i join organisation o on o.id = i.organisation_id
    where (i.scheme, i.value) in (${join(pairs)}) and o.id is distinct from ${ownId}::uuid and o.archived_at is null and o.merged_into_id is null and ${readableBy(viewer, sql`o`)}`);
  const fields = identifiers.flatMap(({ scheme, value }, at) =>
    (taken.some((each) => each.scheme === scheme && each.value === value.trim()) ? [problem(`identifiers.${at}.value`, 'duplicate_identifier')] : []));
  if (fields.length > 0) throw new DomainError('DUPLICATE', fields);
}

const COLUMNS = ['name', 'nameEn', 'acronym', 'acronymEn', 'standing', 'audience', 'kind', 'scope', 'seatCountry', 'countries', 'themes', 'sdgs',
  'parentId', 'countsWithId', 'relationshipOwnerId', 'description', 'visibility', 'country'] as const satisfies readonly (keyof OrganisationInput)[];

function columnsOf(input: OrganisationInput): Partial<Organisation> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => [column, trimmed(input[column])]);
  return Object.fromEntries(given) as Partial<Organisation>;
}

const trimmed = <T>(value: T): T => (typeof value === 'string' ? value.normalize('NFC').trim() as T : value);

function problemsOf(input: OrganisationInput): FieldProblem[] {
  return [
    ...(input.name === undefined ? [] : textProblems('name', input.name, { max: 400, required: true })),
    ...textProblems('nameEn', input.nameEn, { max: 400 }),
    ...textProblems('acronym', input.acronym, { max: 60 }),
    ...textProblems('acronymEn', input.acronymEn, { max: 60 }),
    ...textProblems('description', input.description, { max: 20_000 }),
    ...(input.names ?? []).flatMap((each, at) => textProblems(`names.${at}.value`, each.value, { max: 400, required: true })),
    ...(input.identifiers ?? []).flatMap((each, at) => textProblems(`identifiers.${at}.value`, each.value, { max: 200, required: true })),
    ...(input.contactPoints ?? []).flatMap((each, at) => contactProblems(`contactPoints.${at}.value`, each)),
    ...(input.standing === 'coalition' ? [problem('standing', 'not_a_choice')] : []),
  ];
}

function contactProblems(path: string, { kind, value }: { kind: string; value: string }): FieldProblem[] {
  const shape = kind === 'email' ? emailProblems(path, value) : kind === 'website' || kind === 'social' ? urlProblems(path, value) : [];
  return [...textProblems(path, value, { max: 500, required: true }), ...shape];
}

/** A list given replaces the whole list; a list not given stays. */
async function replaceParts(tx: Tx, organisationId: string, input: OrganisationInput): Promise<void> {
  if (input.names) {
    await tx.remove(OrganisationName, { organisationId });
    await tx.insertAll(OrganisationName, input.names.map((each) => ({ ...each, value: trimmed(each.value), organisationId })));
  }
  if (input.identifiers) {
    await tx.remove(OrganisationIdentifier, { organisationId });
    await tx.insertAll(OrganisationIdentifier, input.identifiers.map((each) => ({ ...each, value: trimmed(each.value), organisationId })));
  }
  if (input.contactPoints) {
    await tx.remove(ContactPoint, { organisationId });
    await tx.insertAll(ContactPoint, input.contactPoints.map((each) => ({ ...each, value: trimmed(each.value), label: each.label ?? '', organisationId })));
  }
}
