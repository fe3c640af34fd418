import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, problem, refuseIfAny, stale, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { patternProblems } from '@tejido/domain/reference-number.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import type { NumberingInput } from './agreement.input.js';
import { nextReference } from './agreement-references.js';
import { changeAgreement } from './agreements.service.js';

/** The register's own reference numbers, by the pattern of the settings. */
@Injectable()
export class AgreementNumbering {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** Gives an agreement the next number of its kind and year. @throws CONFLICT when it has a reference */
  give(viewer: Viewer, id: string, version: number): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.number', id, version, async (tx, before) => {
      if (before.reference !== null) throw conflict([problem('reference', 'wrong_stage')]);
      return nextReference(tx, before.kind, this.clock.today());
    });
  }

  /** Absent keeps. Numbers that were given stay. @throws INVALID at pattern or kindCodes, CONFLICT_STALE, FORBIDDEN */
  amend(viewer: Viewer, version: number, { pattern, kindCodes }: NumberingInput): Promise<void> {
    return this.work.run(viewer, 'agreementNumbering.amend', async (tx) => {
      authorize(viewer, 'settings.amend');
      const codes = kindCodes?.map(({ kind, code }) => ({ kind, code: code.normalize('NFC').trim() }));
      refuseIfAny([...(pattern == null ? [] : patternProblems('pattern', pattern)), ...(codes ?? []).flatMap(({ code }, at) => codeProblems(`kindCodes.${at}.code`, code))]);
      const said = codes ? JSON.stringify(Object.fromEntries(codes.map(({ kind, code }) => [kind, code]))) : null;
      const [changed] = await tx.query<{ changed: boolean }>(sql`with changed as (update agreement_numbering set pattern = coalesce(${pattern?.normalize('NFC').trim() ?? null}, pattern),
        kind_codes = coalesce(${said}::jsonb, kind_codes) where version = ${version} returning 1) select exists (select from changed) as changed`);
      if (!changed!.changed) throw stale();
    });
  }
}

function codeProblems(path: string, code: string): FieldProblem[] {
  const wrong = textProblems(path, code, { max: 10, required: true });
  return wrong.length > 0 || /^[\p{L}\d]+$/u.test(code) ? wrong : [problem(path, 'invalid_characters')];
}
