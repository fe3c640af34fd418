import { fold } from '@tejido/domain/text.js';
import type { AgreementDraft } from './drafts.js';
import type { ExistingRecords } from './existing-records.js';
import type { ImportRun } from './import-run.js';
import { planEvidence } from './plan-evidence.js';
import { planLinks, type PlannedLink } from './plan-links.js';

/** Plans the agreements of the file. One that was imported before, or that the register has with the same parties and days, is left as it is. */
export function planAgreements(run: ImportRun, drafts: readonly AgreementDraft[], existing: ExistingRecords): void {
  for (const draft of drafts) planAgreement(run, draft, existing);
}

function planAgreement(run: ImportRun, draft: AgreementDraft, existing: ExistingRecords): void {
  const imported = run.known.get(draft.key);
  if (imported !== undefined && existing.has(imported)) {
    run.settle('agreement', draft.key, draft.lines, draft.title, 'unchanged', imported);
    return;
  }
  const links = planLinks(run, draft.parties);
  const parties = oncePerOrganisation(run, links);
  const present = existing.take(agreementKey(draft, parties.map(({ organisation }) => organisation.id)))
    ?? (draft.reference === null ? null : existing.take(`reference ${fold(draft.reference)}`));
  if (present !== null) {
    run.settle('agreement', draft.key, draft.lines, draft.title, 'matched', present);
    return;
  }
  // A party that could not be told from another is reported already: it is not one too few.
  if (parties.length < 2 && links.length === draft.parties.length) {
    run.report({ line: draft.lines[0]!, column: null }, 'error', 'parties_too_few', draft.title, { min: 2 });
  }
  create(run, draft, parties);
}

/** What makes two agreements one when no key tells: title, days and parties. */
export function agreementKey(agreement: { title: string; effectiveFrom: string | null; effectiveTo: string | null }, parties: readonly string[]): string {
  return [fold(agreement.title), agreement.effectiveFrom ?? '', agreement.effectiveTo ?? '', ...[...new Set(parties)].sort()].join(' | ');
}

function create(run: ImportRun, draft: AgreementDraft, parties: readonly PlannedLink[]): void {
  const line = draft.lines[0]!;
  const own = run.ownership();
  const { id } = own;
  if (draft.kind === null) run.report({ line, column: run.columnOf('kind') }, 'error', 'required', '');
  const country = run.country(draft.country?.ref, { line, column: draft.country?.column ?? null });
  run.batch.agreements.push({
    ...own,
    country: country?.code ?? own.country,
    reference: draft.reference,
    title: draft.title,
    titleEn: draft.titleEn,
    kind: run.code('agreement_kind', draft.kind, line, 'needed') ?? '',
    summary: draft.summary,
    ...(draft.stage && { stage: draft.stage }),
    effectiveFrom: draft.effectiveFrom,
    effectiveTo: draft.effectiveTo,
    terminatedOn: draft.terminatedOn,
    terminationReason: draft.terminationReason,
    terminationRecordedOn: draft.terminatedOn === null ? null : own.recordedOn,
    // Only what is declared so, or what the coalition itself is a party to, was made in its name (domain rule A1).
    inCoalitionName: draft.inCoalitionName ?? parties.some(({ organisation }) => organisation.standing === 'coalition'),
    themes: run.codes('theme', draft.themes, line),
    sdgs: [...new Set(draft.sdgs)],
    strategyActivity: run.code('strategy_activity', draft.strategyActivity === null ? null : { value: draft.strategyActivity, column: run.columnOf('strategyActivity') }, line),
  });
  for (const party of parties) planParty(run, id, party);
  planEvidence(run, { agreementId: id }, draft.evidence, line);
  run.settle('agreement', draft.key, draft.lines, draft.title, 'created', id);
}

function planParty(run: ImportRun, agreementId: string, { link, organisation }: PlannedLink): void {
  const { today } = run.owner;
  if (link.signedOn !== null && link.signedOn > today) {
    run.report({ line: link.line, column: run.columnOf('signedOn') ?? link.column }, 'error', 'future_signature', link.signedOn);
  }
  const role = run.code('party_role', link.role, link.line);
  run.batch.parties.push({ agreementId, organisationId: organisation.id, role, required: true, signedOn: link.signedOn, recordedOn: today });
}

/** An organisation is a party once, whatever names the file has for it. */
function oncePerOrganisation(run: ImportRun, links: readonly PlannedLink[]): PlannedLink[] {
  const seen = new Set<string>();
  return links.filter(({ link, organisation }) => {
    if (!seen.has(organisation.id)) return seen.add(organisation.id);
    run.report({ line: link.line, column: link.column }, 'warning', 'party_twice', organisation.names[0] ?? '');
    return false;
  });
}
