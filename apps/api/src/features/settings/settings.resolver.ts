import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import sql, { raw } from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { inBoth } from '../../platform/graphql/in-both.js';
import { dataAddress } from '../../platform/documents/brand.js';
import { Reader } from '../../platform/graphql/read.js';
import { CoalitionInput } from './settings.input.js';
import { SettingsService } from './settings.service.js';
import { CoalitionSettings } from './settings.type.js';

@Resolver()
export class SettingsResolver {
  constructor(private readonly reader: Reader, private readonly service: SettingsService) {}

  @Needs('settings.amend')
  @Query(() => CoalitionSettings, { nullable: true })
  coalitionSettings(): Promise<CoalitionSettings | null> {
    return this.reader.answer(SETTINGS);
  }

  @Needs('settings.amend')
  @Mutation(() => CoalitionSettings)
  async amendCoalition(@TheViewer() viewer: Viewer, @Args('version', { type: () => Int }) version: number, @Args('input') input: CoalitionInput) {
    await this.service.amend(viewer, version, input);
    return this.reader.answer(SETTINGS);
  }
}

const SETTINGS = sql`select json_build_object('acronym', c.acronym, 'name', ${inBoth('name', raw('c'))}, 'officialSince', c.official_since,
  'timeZone', c.time_zone, 'version', c.version, 'addressLine', c.address_line,
  'logo', ${dataAddress(sql`c.logo`)}, 'cover', ${dataAddress(sql`c.cover`)}, 'primaryColour', c.primary_colour, 'accentColour', c.accent_colour,
  'memberships', (select coalesce(json_agg(json_build_object('id', m.id, 'country', m.country, 'fromDay', m.member_from, 'toDay', m.member_to)
    order by m.member_to is not null, m.member_from, m.country), '[]') from membership m)) as answer from coalition c`;
