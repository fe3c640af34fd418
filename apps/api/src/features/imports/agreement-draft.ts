import { fold } from '@tejido/domain/text.js';
import type { AgreementDraft } from './drafts.js';
import { readLinks } from './links.js';
import type { RowFields } from './values.js';

const STAGES: Record<NonNullable<AgreementDraft['stage']>, string[]> = {
  identified: ['identified', 'identificado', 'prospecto', 'prospect'],
  contacted: ['contacted', 'contactado', 'en contacto'],
  negotiating: ['negotiating', 'negotiation', 'en negociacion', 'negociacion'],
  text_agreed: ['text agreed', 'texto acordado', 'listo para firma'],
};

/** The agreement that one row describes, with the parties that this row names; rows of the same key are put together by the caller. */
export function agreementDraft(fields: RowFields): AgreementDraft {
  const title = fields.text('title', 500);
  if (title === '') fields.report(fields.find('title'), 'error', 'required');
  const signedOn = fields.day('signedOn', 'first');
  const [effectiveFrom, effectiveTo] = fields.period('effectiveFrom', 'effectiveTo');
  const country = fields.country('country');
  return {
    key: '',
    lines: [fields.row.line],
    reference: fields.text('reference', 100) || null,
    title,
    titleEn: fields.text('titleEn', 500) || null,
    kind: fields.term('kind'),
    summary: fields.text('summary', 10_000),
    stage: stage(fields),
    effectiveFrom,
    effectiveTo,
    terminatedOn: termination(fields, effectiveFrom),
    terminationReason: fields.text('terminationReason', 2_000) || null,
    inCoalitionName: fields.answer('inCoalitionName'),
    themes: fields.terms('themes'),
    sdgs: fields.goals('sdgs'),
    strategyActivity: fields.text('strategyActivity', 60) || null,
    country: country && { ref: country.ref, column: country.found.column },
    evidence: fields.text('evidence', 500) || null,
    parties: readLinks(fields).map((party) => ({ ...party, signedOn: party.signedOn ?? signedOn })),
  };
}

function stage(fields: RowFields): AgreementDraft['stage'] {
  const found = fields.find('stage');
  if (found.value === '') return null;
  const match = Object.entries(STAGES).find(([, words]) => words.includes(fold(found.value)));
  if (!match) fields.report(found, 'error', 'not_a_choice', { choices: Object.keys(STAGES).join(', ') });
  return (match?.[0] as AgreementDraft['stage']) ?? null;
}

function termination(fields: RowFields, start: string | null): string | null {
  const day = fields.day('terminatedOn', 'last');
  if (day === null || start === null || day >= start) return day;
  fields.report(fields.find('terminatedOn'), 'error', 'termination_before_start', { start });
  return null;
}
