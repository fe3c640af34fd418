import { acronymOf } from '@tejido/domain/text.js';
import type { DraftLink, OrganisationRef } from './drafts.js';
import { shownReference, type ImportRun } from './import-run.js';
import type { KnownOrganisation } from './organisation-index.js';
import type { Country } from './register.js';

/** A party or participant whose organisation is known. */
export interface PlannedLink {
  link: DraftLink;
  organisation: KnownOrganisation;
}

/** The organisations of a record's links. One that the register lacks is planned as new; one that cannot be told is reported. */
export function planLinks(run: ImportRun, links: readonly DraftLink[]): PlannedLink[] {
  return links.flatMap((link) => {
    const organisation = organisationOf(run, link);
    return organisation === null ? [] : [{ link, organisation }];
  });
}

function organisationOf(run: ImportRun, link: DraftLink): KnownOrganisation | null {
  const place = { line: link.line, column: link.column };
  if (link.organisation.by === 'country') return stateOf(run, link);
  const match = run.register.organisations.findReference(link.organisation);
  if (match.found === 'one') return match.organisation;
  if (match.found === 'several') {
    run.report(place, 'error', 'ambiguous', shownReference(link.organisation), { candidates: match.names.join('; ') });
    return null;
  }
  // An identifier alone names nobody.
  if (link.organisation.by === 'identifier') {
    run.report(place, 'error', 'unknown_record', shownReference(link.organisation));
    return null;
  }
  const country = run.country(link.country, place);
  return register(run, {
    name: link.organisation.name,
    acronym: link.organisation.acronym ?? acronymIn(link.organisation.name),
    kind: run.code('organisation_kind', link.kind, link.line),
    country,
  });
}

// 'ACNUR' is a name that is its own acronym: stored as both, it is found either way.
function acronymIn(name: string): string | null {
  return /^[\p{Lu}\d]{2,12}$/u.test(name) && acronymOf(name) !== name ? name : null;
}

/** A country as a party is its state, known by the country's code. A name that is no country of ours is an organisation of that name. */
function stateOf(run: ImportRun, link: DraftLink): KnownOrganisation | null {
  const { country: ref } = link.organisation as Extract<OrganisationRef, { by: 'country' }>;
  const place = { line: link.line, column: link.column };
  const country = run.register.countries.find(ref);
  if (country === null && ref.by !== 'name') {
    run.report(place, 'error', 'unknown_country', ref.value);
    return null;
  }
  const name = country?.es ?? ref.value;
  const byCode = country && run.register.organisations.findReference({ by: 'identifier', scheme: 'iso_country', value: country.code });
  const match = byCode?.found === 'one' ? byCode : run.register.organisations.findReference({ by: 'name', name, acronym: null });
  if (match.found === 'one') return match.organisation;
  if (match.found === 'several') {
    run.report(place, 'error', 'ambiguous', name, { candidates: match.names.join('; ') });
    return null;
  }
  return register(run, { name, acronym: null, kind: 'government', country, isState: country !== null });
}

interface NewOrganisation {
  name: string;
  acronym: string | null;
  kind: string | null;
  country: Country | null;
  isState?: boolean;
}

function register(run: ImportRun, { name, acronym, kind, country, isState = false }: NewOrganisation): KnownOrganisation {
  const own = run.ownership();
  const nameEn = isState && country && country.en !== name ? country.en : null;
  const identifiers = isState && country ? [{ scheme: 'iso_country', value: country.code }] : [];
  run.batch.organisations.push({
    ...own, name, nameEn, acronym, kind, seatCountry: country?.code ?? null, countries: isState && country ? [country.code] : [], themes: [], sdgs: [], description: '',
  });
  run.batch.identifiers.push(...identifiers.map((identifier) => ({ ...identifier, organisationId: own.id })));
  const known: KnownOrganisation = {
    id: own.id, standing: 'external', names: nameEn === null ? [name] : [name, nameEn], acronyms: acronym === null ? [] : [acronym], identifiers, website: null, country: country?.code ?? null,
  };
  run.register.organisations.add(known);
  run.organisationsCreated.push(name);
  return known;
}
