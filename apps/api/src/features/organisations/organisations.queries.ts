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
import { matchesText, textRank } from './organisation-search.js';
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

  /** Visible organisations that may be the one being typed, likeliest first. */
  async likelyDuplicates(viewer: Viewer, name: string, acronym: string | null, selections: readonly Selection[]) {
    const reading = this.reader.reading(viewer);
    const chosen = child(selections, 'organisation')?.children ?? [];
    const rows = await this.reader.rows<{ name: string; acronym: string | null; organisation: OrganisationType }>(sql`
      select o.name, o.acronym, ${one(reading, organisations, { children: chosen }, { where: (row) => sql`${row}.id = o.id` })} as organisation
      from organisation o where ${organisations.visible(sql`o`, reading)} and (${matchesText(sql`o`, name)} or ${matchesText(sql`o`, acronym || name)})
      order by ${textRank(sql`o`, name)} desc limit 20`);
    return rows
      .map((row) => ({ organisation: row.organisation, verdict: sameOrganisation(named(name, acronym), named(row.name, row.acronym)).verdict }))
      .filter((each) => each.verdict !== 'different')
      .slice(0, MOST_DUPLICATES);
  }
}

const named = (name: string, acronym: string | null) => ({ names: [name], acronyms: acronym ? [acronym] : [], identifiers: [], website: null, country: null });
