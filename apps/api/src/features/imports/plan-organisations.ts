import { fold, hostOf } from '@tejido/domain/text.js';
import { emailProblems, urlProblems } from '@tejido/domain/field-problems.js';
import type { Organisation } from '../organisations/organisation.entity.js';
import type { DraftIdentifier, DraftName, OrganisationDraft } from './drafts.js';
import type { ImportRun } from './import-run.js';
import type { KnownOrganisation } from './organisation-index.js';

/** Plans every organisation of the file: which are new, which the register has. Ties between them are planned when all are known. */
export function planOrganisations(run: ImportRun, drafts: readonly OrganisationDraft[]): Map<OrganisationDraft, string> {
  const ids = new Map<OrganisationDraft, string>();
  for (const draft of drafts) {
    const id = planOrganisation(run, draft);
    if (id !== null) ids.set(draft, id);
  }
  return ids;
}

function planOrganisation(run: ImportRun, draft: OrganisationDraft): string | null {
  const line = draft.lines[0]!;
  const columns = columnsOf(run, draft);
  const marks = marksOf(draft, columns.seatCountry ?? null);
  const before = run.known.get(draft.key);
  const linked = before === undefined ? undefined : run.register.organisations.get(before);
  const { match, similar } = run.register.organisations.findRecord(marks);
  if (linked || match.found === 'one') {
    const organisation = linked ?? (match as { organisation: KnownOrganisation }).organisation;
    const filled = complete(run, draft, columns, organisation);
    run.settle('organisation', draft.key, draft.lines, draft.name, filled ? 'completed' : linked ? 'unchanged' : 'matched', organisation.id);
    return organisation.id;
  }
  if (match.found === 'several') {
    run.report({ line, column: null }, 'error', 'ambiguous', draft.name, { candidates: match.names.join('; ') });
    return null;
  }
  if (similar.length > 0) run.report({ line, column: null }, 'warning', 'similar_record', draft.name, { candidates: similar.slice(0, 5).join('; ') });
  return create(run, draft, columns, marks);
}

function create(run: ImportRun, draft: OrganisationDraft, columns: Columns, marks: Omit<KnownOrganisation, 'id' | 'standing'>): string {
  const own = run.ownership();
  const { id } = own;
  run.batch.organisations.push({ ...own, ...columns });
  addParts(run, draft, id, { names: draft.names, identifiers: draft.identifiers, contacts: contactsOf(run, draft) });
  run.register.organisations.add({ ...marks, id, standing: 'external' });
  run.settle('organisation', draft.key, draft.lines, draft.name, 'created', id);
  return id;
}

type Columns = Pick<Organisation, 'name' | 'nameEn' | 'acronym' | 'acronymEn' | 'audience' | 'kind' | 'scope' | 'seatCountry' | 'countries' | 'themes' | 'sdgs' | 'description'>;

function columnsOf(run: ImportRun, draft: OrganisationDraft): Columns {
  const line = draft.lines[0]!;
  const seat = run.country(draft.seatCountry?.ref, { line, column: draft.seatCountry?.column ?? null });
  const countries = draft.countries.map(({ ref, column }) => run.country(ref, { line, column })?.code).filter((code) => code !== undefined);
  return {
    name: draft.name,
    nameEn: draft.nameEn,
    acronym: draft.acronym,
    acronymEn: draft.acronymEn,
    audience: run.code('audience', draft.audience, line),
    kind: run.code('organisation_kind', draft.kind, line),
    scope: run.code('scope', draft.scope, line),
    seatCountry: seat?.code ?? null,
    countries: [...new Set(countries)],
    themes: run.codes('theme', draft.themes, line),
    sdgs: [...new Set(draft.sdgs)],
    description: draft.description,
  };
}

function marksOf(draft: OrganisationDraft, country: string | null): Omit<KnownOrganisation, 'id' | 'standing'> {
  const other = draft.names.filter(({ role }) => role !== 'acronym').map(({ value }) => value);
  const acronyms = draft.names.filter(({ role }) => role === 'acronym').map(({ value }) => value);
  return {
    names: [draft.name, draft.nameEn, ...other].filter((name) => name !== null),
    acronyms: [draft.acronym, draft.acronymEn, ...acronyms].filter((acronym) => acronym !== null),
    identifiers: draft.identifiers,
    website: draft.website,
    country,
  };
}

/** What a person wrote in the register stays: a file only adds names, identifiers and a website that it lacks. True when it added any. */
function complete(run: ImportRun, draft: OrganisationDraft, columns: Columns, organisation: KnownOrganisation): boolean {
  const texts = new Set([...organisation.names, ...organisation.acronyms].map(fold));
  const names: DraftName[] = [...draft.names, { role: 'alias', language: null, value: columns.name }];
  if (columns.acronym !== null) names.push({ role: 'acronym', language: null, value: columns.acronym });
  const lacking = {
    names: names.filter(({ value }) => !texts.has(fold(value)) && texts.add(fold(value))),
    identifiers: draft.identifiers.filter((identifier) => !organisation.identifiers.some((each) => sameIdentifier(each, identifier))),
    contacts: organisation.website === null ? contactsOf(run, draft).filter(({ kind }) => kind === 'website') : [],
  };
  addParts(run, draft, organisation.id, lacking);
  return Object.values(lacking).some((list) => list.length > 0);
}

const sameIdentifier = (a: DraftIdentifier, b: DraftIdentifier): boolean =>
  a.scheme === b.scheme && a.value.split('/').at(-1)!.toLowerCase() === b.value.split('/').at(-1)!.toLowerCase();

interface Parts {
  names: DraftName[];
  identifiers: DraftIdentifier[];
  contacts: Contact[];
}

function addParts({ batch, register, report }: ImportRun, draft: OrganisationDraft, organisationId: string, { names, identifiers, contacts }: Parts): void {
  batch.names.push(...names.map((name) => ({ ...name, organisationId })));
  for (const identifier of identifiers) {
    if (register.terms.code('identifier_scheme', identifier.scheme) !== null) batch.identifiers.push({ ...identifier, organisationId });
    else report({ line: draft.lines[0]!, column: null }, 'error', 'unknown_code', identifier.scheme);
  }
  batch.contactPoints.push(...contacts.map((contact) => ({ ...contact, label: '', organisationId })));
}

interface Contact {
  kind: 'website' | 'email' | 'phone' | 'address';
  value: string;
}

/** The ways to reach it; an address that is none is told and left out. */
function contactsOf(run: ImportRun, draft: OrganisationDraft): Contact[] {
  const given = { website: withProtocol(draft.website), email: draft.email, phone: draft.phone, address: draft.address };
  const wrong = { website: urlProblems('', given.website), email: emailProblems('', given.email), phone: [], address: [] };
  return (Object.keys(given) as Contact['kind'][]).flatMap((kind) => {
    const value = given[kind];
    const isWrong = wrong[kind].length > 0;
    if (value !== null && isWrong) {
      run.report({ line: draft.lines[0]!, column: run.columnOf(kind) }, 'warning', kind === 'website' ? 'invalid_url' : 'invalid_email', value);
    }
    return value === null || isWrong ? [] : [{ kind, value }];
  });
}

// Tables often write 'iom.int'.
function withProtocol(website: string | null): string | null {
  if (website === null || /^[a-z]+:\/\//i.test(website)) return website;
  return hostOf(website) === null ? website : `https://${website}`;
}
