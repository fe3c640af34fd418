import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny, stale } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { overlappingTerm, type Term } from '@tejido/domain/presidency.js';
import { authorize } from '../../platform/access/ability.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { PresidencyTermInput } from './presidency-term.input.js';
import { PresidencyTermRow } from './presidency-term.entity.js';

/** Who presides when: half open terms, of which no two share a day. */
@Injectable()
export class PresidencyTermsService {
  constructor(private readonly work: Work) {}

  /** @returns its id. @throws INVALID: a term needs a country and a first day, ends after it, and shares no day with another */
  add(viewer: Viewer, input: PresidencyTermInput): Promise<string> {
    return this.work.run(viewer, 'term.add', async (tx) => {
      authorize(viewer, 'term.amend');
      const proposed = { country: input.country ?? '', fromDay: input.fromDay ?? '', toDay: input.toDay ?? null };
      await refuseImpossible(tx, proposed);
      return tx.insert(PresidencyTermRow, proposed);
    });
  }

  /** @throws NOT_FOUND, CONFLICT_STALE, INVALID as `add` */
  amend(viewer: Viewer, id: string, version: number, input: PresidencyTermInput): Promise<void> {
    return this.work.run(viewer, 'term.amend', async (tx) => {
      authorize(viewer, 'term.amend');
      const known = await termById(tx, id);
      const { country = known.country, fromDay = known.fromDay, toDay = known.toDay } = input;
      await refuseImpossible(tx, { id, country, fromDay, toDay });
      await tx.amend(PresidencyTermRow, id, version, { country: input.country, fromDay: input.fromDay, toDay: input.toDay });
    });
  }

  /** For a term entered by mistake. @throws NOT_FOUND, CONFLICT_STALE */
  remove(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'term.remove', async (tx) => {
      authorize(viewer, 'term.amend');
      if ((await termById(tx, id)).version !== version) throw stale();
      await tx.remove(PresidencyTermRow, { id });
    });
  }
}

interface Proposed { id?: string; country: string; fromDay: string; toDay: string | null }

// The database guards the same: here the answer names the field.
async function refuseImpossible(tx: Tx, { id, country, fromDay, toDay }: Proposed): Promise<void> {
  refuseIfAny([...(country ? [] : [problem('country', 'required')]), ...(fromDay ? [] : [problem('fromDay', 'required')])]);
  refuseIfAny(toDay !== null && toDay <= fromDay ? [problem('toDay', 'end_before_start')] : []);
  const terms = await tx.query<Term>(sql`select id, country, from_day as "from", to_day as "to" from presidency_term`);
  refuseIfAny(overlappingTerm(terms, { id, from: fromDay, to: toDay }) ? [problem('fromDay', 'overlapping')] : []);
}

async function termById(tx: Tx, id: string): Promise<PresidencyTermRow> {
  const [found] = isUuid(id)
    ? await tx.query<PresidencyTermRow>(sql`select id, country, from_day as "fromDay", to_day as "toDay", version from presidency_term where id = ${id}`) : [];
  if (!found) throw notFound();
  return found;
}
