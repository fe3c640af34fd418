import sql, { raw, type Sql } from 'sql-template-tag';
import type { FrozenInstrument } from './snapshot-figures.js';

/** An instrument with the allies that it makes, before they are told. */
export type InstrumentRow = FrozenInstrument & { allies: string[]; alliesEn: string[]; renewed: boolean };

const shortName = (row: string) => raw(`coalesce(${row}.acronym, ${row}.name)`);
const shortNameEn = (row: string) => raw(`coalesce(${row}.acronym_en, ${row}.acronym, ${row}.name_en, ${row}.name)`);

// The coalition first, then its members' bodies, then who is outside.
const ORDER = raw("array_position(array['coalition', 'member', 'external'], o.standing), coalesce(o.acronym, o.name), p.id");

const names = (name: Sql, only = sql`true`): Sql => sql`coalesce((select json_agg(${name} order by ${ORDER}) filter (where ${only})
  from agreement_party p join organisation o on o.id = p.organisation_id where p.agreement_id = a.id), '[]')`;

const OUTSIDE = sql`o.standing = 'external'`;

/** What a snapshot of the day freezes of these agreements, by their title. */
export const instrumentsStatement = (ids: readonly string[], day: string): Sql => sql`select coalesce(json_agg(json_build_object(
    'id', a.id, 'title', a.title, 'titleEn', a.title_en, 'reference', a.reference, 'kind', a.kind, 'visibility', a.visibility, 'country', a.country,
    'parties', ${names(sql`${shortName('o')}`)}, 'partiesEn', ${names(sql`${shortNameEn('o')}`)},
    'allies', ${names(sql`${shortName('o')}`, OUTSIDE)}, 'alliesEn', ${names(sql`${shortNameEn('o')}`, OUTSIDE)},
    'signedOn', (select max(p.signed_on) from agreement_party p where p.agreement_id = a.id and p.signed_on <= ${day}::date),
    'inForceFrom', (select lower(days) from agreement_span s, unnest(s.span) days where s.agreement_id = a.id and days @> ${day}::date),
    'effectiveTo', (select s.ends_on from agreement_span s where s.agreement_id = a.id),
    'renewed', exists (select from agreement r join agreement_span rs on rs.agreement_id = r.id join agreement_span own on own.agreement_id = a.id
      where r.renews_id = a.id and r.archived_at is null and rs.span @> own.ends_on + 1),
    'evidence', coalesce((select json_agg(json_build_object('title', e.title, 'address', e.address, 'verifiedOn', e.verified_on) order by e.verified_on, e.id)
      from evidence e where e.agreement_id = a.id and e.verified_on is not null), '[]')) order by a.title, a.id), '[]') as answer
  from agreement a where a.id = any(${[...ids]}::uuid[])`;
