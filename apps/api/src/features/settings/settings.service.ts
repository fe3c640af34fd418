import { Injectable } from '@nestjs/common';
import sql, { join, raw } from 'sql-template-tag';
import { isColour } from '@tejido/domain/colour.js';
import { problem, refuseIfAny, stale, type FieldProblem } from '@tejido/domain/error.js';
import { periodProblems, textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { pictureSize } from '../../platform/files/picture-size.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { CoalitionInput, MembershipInput } from './settings.input.js';

/** What the coalition is called, where its days are counted, and which countries belong to it. */
@Injectable()
export class SettingsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** Absent keeps, null clears. @throws INVALID, CONFLICT_STALE, FORBIDDEN */
  async amend(viewer: Viewer, version: number, input: CoalitionInput): Promise<void> {
    await this.work.run(viewer, 'coalition.amend', async (tx) => {
      authorize(viewer, 'settings.amend');
      refuseIfAny(problemsOf(input));
      const columns = columnsOf(input);
      const set = columns.length > 0 ? join(columns.map(([column, value]) => sql`${raw(column)} = ${value}`), ', ') : sql`version = version`;
      const [changed] = await tx.query<{ changed: boolean }>(sql`with changed as (update coalition set ${set} where version = ${version} returning 1)
        select exists (select from changed) as changed`);
      if (!changed!.changed) throw stale();
      if (input.memberships) await replaceMemberships(tx, input.memberships);
    });
    // Other instances read it when they start; until then they count days where they did.
    if (input.timeZone !== undefined) this.clock.useTimeZone(input.timeZone);
  }
}

function columnsOf(input: CoalitionInput): [column: string, value: string | number | Buffer | null][] {
  const given = { acronym: input.acronym, name_es: input.nameEs, name_en: input.nameEn, official_since: input.officialSince, time_zone: input.timeZone,
    address_line: input.addressLine, logo: bytesOf(input.logo), cover: bytesOf(input.cover), primary_colour: input.primaryColour?.toLowerCase(), accent_colour: input.accentColour?.toLowerCase() };
  return Object.entries(given).flatMap(([column, value]) => (value === undefined ? [] : [[column, typeof value === 'string' ? value.normalize('NFC').trim() : value]]));
}

const bytesOf = (base64: string | null | undefined) => (base64 == null ? base64 : Buffer.from(base64, 'base64'));

function problemsOf(input: CoalitionInput): FieldProblem[] {
  const text = (path: 'acronym' | 'nameEs' | 'nameEn', max: number) => (input[path] === undefined ? [] : textProblems(path, input[path], { max, required: true }));
  const { officialSince: year } = input;
  return [
    ...text('acronym', 40), ...text('nameEs', 300), ...text('nameEn', 300),
    ...(year != null && (year < 1900 || year > 2200) ? [problem('officialSince', 'number_out_of_range', { min: 1900, max: 2200 })] : []),
    ...(input.addressLine === undefined ? [] : textProblems('addressLine', input.addressLine, { max: 300 })),
    ...pictureProblems('logo', input.logo, LOGO), ...pictureProblems('cover', input.cover, COVER),
    ...(['primaryColour', 'accentColour'] as const).flatMap((path) => (input[path] === undefined || isColour(input[path]) ? [] : [problem(path, 'not_a_colour')])),
    ...(input.timeZone === undefined || isTimeZone(input.timeZone) ? [] : [problem('timeZone', 'not_a_choice')]),
    ...(input.memberships ?? []).flatMap((each, at) => membershipProblems(each, input.memberships!.slice(0, at), `memberships.${at}`)),
  ];
}

// Larger ones only make every document slow.
const LOGO = { kilobytes: 200, pixels: 2000 };
const COVER = { kilobytes: 450, pixels: 4000 };

/** What it says it is and how large, by its own bytes; it is never served, only set into documents. */
function pictureProblems(path: 'logo' | 'cover', base64: string | null | undefined, most: typeof LOGO): FieldProblem[] {
  if (base64 == null) return [];
  const picture = Buffer.from(base64, 'base64');
  if (picture.length > most.kilobytes * 1000) return [problem(path, 'file_too_large', { max: `${most.kilobytes} kB` })];
  const size = pictureSize(picture);
  if (!size) return [problem(path, 'file_type_mismatch')];
  const wrong = size.width > most.pixels || size.height > most.pixels || size.width * size.height === 0;
  return wrong ? [problem(path, 'file_too_large', { max: `${most.pixels} × ${most.pixels}` })] : [];
}

/** Half open: it ends after the day it begins, and a country is a member once at a time. */
function membershipProblems({ id, country, fromDay, toDay }: MembershipInput, before: readonly MembershipInput[], path: string): FieldProblem[] {
  const days = periodProblems([`${path}.fromDay`, fromDay], [`${path}.toDay`, toDay]);
  if (days.length > 0) return days;
  if (toDay === fromDay) return [problem(`${path}.toDay`, 'end_before_start', { start: fromDay })];
  if (id != null && !isUuid(id)) return [problem(path, 'unknown_record')];
  const meets = (other: MembershipInput) => other.country === country && (other.toDay == null || other.toDay > fromDay) && (toDay == null || toDay > other.fromDay);
  return before.some(meets) ? [problem(`${path}.country`, 'overlapping')] : [];
}

/** Rows keep their history: what is named is changed, what is missing goes, what has no id is new. */
async function replaceMemberships(tx: Tx, wanted: readonly MembershipInput[]): Promise<void> {
  const kept = wanted.flatMap(({ id }) => (id ? [id] : []));
  await tx.query(sql`delete from membership where id <> all(${kept}::uuid[])`);
  for (const { id, country, fromDay, toDay } of wanted) {
    if (id) await tx.query(sql`update membership set country = ${country}, member_from = ${fromDay}, member_to = ${toDay ?? null} where id = ${id}`);
    else await tx.query(sql`insert into membership (country, member_from, member_to) values (${country}, ${fromDay}, ${toDay ?? null})`);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
