import { Args, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import sql from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import { kindCode } from '@tejido/domain/reference-number.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { agreementAnswer } from './agreement-answer.js';
import { AgreementNumbering } from './agreement-numbering.js';
import { NumberingInput } from './agreement.input.js';
import { AgreementType, NumberingType } from './agreement.type.js';

@Resolver(() => AgreementType)
export class AgreementNumberingResolver {
  constructor(private readonly reader: Reader, private readonly numbering: AgreementNumbering) {}

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Gives it the next reference of the register' })
  async numberAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.numbering.give(viewer, id, version);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('settings.amend')
  @Query(() => NumberingType, { nullable: true })
  agreementNumbering(): Promise<NumberingType | null> {
    return this.settings();
  }

  @Needs('settings.amend')
  @Mutation(() => NumberingType)
  async amendAgreementNumbering(@TheViewer() viewer: Viewer, @Args('version', { type: () => Int }) version: number, @Args('input') input: NumberingInput) {
    await this.numbering.amend(viewer, version, input);
    return this.settings();
  }

  private async settings(): Promise<NumberingType | null> {
    const found = await this.reader.answer<{ acronym: string; pattern: string; version: number; codes: Record<string, string>; kinds: string[] }>(SETTINGS);
    return found && { ...found, kindCodes: found.kinds.map((kind) => ({ kind, code: kindCode(kind, found.codes) })) };
  }
}

const SETTINGS = sql`select json_build_object('acronym', coalesce((select c.acronym from coalition c), ''), 'pattern', n.pattern, 'version', n.version, 'codes', n.kind_codes,
  'kinds', (select coalesce(json_agg(k.code order by k.position), '[]') from agreement_kind k where k.is_instrument and not k.retired)) as answer from agreement_numbering n`;
