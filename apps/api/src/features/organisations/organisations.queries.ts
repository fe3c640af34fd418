import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { sameOrganisation } from '@tejido/domain/same-organisation.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { one } from '../../platform/graphql/composer.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { child, type Selection } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { organisationPage, type OrganisationPageArgs } from './organisations.page.js';
import { typedWords } from './organisation-search.reads.js';
import { organisationById, organisations } from './organisations.reads.js';
import type { OrganisationPage, OrganisationType } from './organisation.type.js';

const MOST_DUPLICATES = 5;

/** The root fields that read organisations: one statement each. */
@Injectable()
export class OrganisationsQueries {
  constructor(private readonly reader: Reader) {}

  page(viewer: Viewer, selections: readonly Selection[], args: OrganisationPageArgs): Promise<OrganisationPage | null> {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selections, organisationPage(reading, args)));
  }

  /** @returns null when there is none that the viewer may see. */
  async byId(viewer: Viewer, id: string, selections: readonly Selection[]): Promise<OrganisationType | null> {
    if (!isUuid(id)) return null;
    return this.reader.answer(organisationById(this.reader.reading(viewer), id, { children: [...selections] }));
  }

  /** Visible organisations that may be the one being typed, likeliest first; `except` is the record that is being edited. */
  async likelyDuplicates(viewer: Viewer, typed: { name: string; acronym: string | null; except: string | null }, selections: readonly Selection[]) {
    const reading = this.reader.reading(viewer);
    const chosen = child(selections, 'organisation')?.children ?? [];
    const [key, mark] = [typedWords(typed.name).join(' '), typedWords(typed.acronym ?? '').join(' ')];
    if (key === '' && mark === '') return [];
    const rows = await this.reader.rows<{ names: string[]; acronyms: string[]; organisation: OrganisationType }>(sql`
      select s.names, s.acronyms, ${one(reading, organisations, { children: chosen }, { where: (row) => sql`${row}.id = o.id` })} as organisation
      from organisation_search s join organisation o on o.id = s.organisation_id
      where (s.name_key % ${key} or s.acronyms && ${[key, mark].filter(Boolean)}::text[] or s.names && ${[key]}::text[])
        and ${organisations.visible(sql`o`, reading)} and o.id::text is distinct from ${typed.except}
      order by similarity(s.name_key, ${key}) + (s.acronyms && ${[key, mark].filter(Boolean)}::text[])::int desc, o.id limit 20`);
    const mine = marks([typed.name], typed.acronym ? [typed.acronym] : []);
    return rows
      .map(({ organisation, names, acronyms }) => ({ organisation, verdict: sameOrganisation(mine, marks(names, acronyms)).verdict }))
      .filter((each) => each.verdict !== 'different')
      .slice(0, MOST_DUPLICATES);
  }
}

const marks = (names: string[], acronyms: string[]) => ({ names, acronyms, identifiers: [], website: null, country: null });
