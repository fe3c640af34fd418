import sql, { join, raw, type Sql } from 'sql-template-tag';
import { tellingWords } from '@tejido/domain/text.js';
import { activities } from '../activities/activities.reads.js';
import { agreements } from '../agreements/agreements.reads.js';
import { dayOf, meetings } from '../meetings/meetings.reads.js';
import { matchesText, organisations, textRank, typedWords } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import { allOf, type Reading, type Shape } from '../../platform/graphql/composer.js';

/** No trigram index finds shorter words. */
const SHORTEST_TELLING_WORD = 3;
/** Of one kind, so that two thousand meetings called "foro" do not hide the one organisation of that name. */
const MOST_OF_A_KIND = 6;
/** A title that holds a very common word is judged among this many, not among all. */
const MOST_JUDGED = 500;

/** One kind of record that is found by its title: how it is read. Its table keeps the folded title in `search_text`. */
interface Titled {
  kind: string;
  shape: Shape;
  label: (row: Sql) => Sql;
  labelEn: (row: Sql) => Sql;
  detail: (row: Sql, reading: Reading) => Sql;
  kindCode: (row: Sql) => Sql;
  day: (row: Sql) => Sql;
}

const NOTHING = sql`null::text`;

// Where the person works today, for whoever may know of that organisation.
const worksAt = (row: Sql, reading: Reading): Sql => sql`(select coalesce(o.acronym, o.name) from affiliation a join organisation o on o.id = a.organisation_id
  where a.person_id = ${row}.id and daterange(a.from_day, a.to_day, '[]') @> ${reading.today}::date and ${organisations.visible(sql`o`, reading)}
  order by a.from_day desc nulls last, a.id limit 1)`;

const TITLED: readonly Titled[] = [
  {
    kind: 'person', shape: people, label: (row) => sql`${row}.name`, labelEn: () => NOTHING,
    detail: worksAt, kindCode: () => NOTHING, day: () => sql`null::date`,
  },
  {
    kind: 'agreement', shape: agreements,
    label: (row) => sql`${row}.title`, labelEn: (row) => sql`${row}.title_en`, detail: (row) => sql`${row}.reference`,
    kindCode: (row) => sql`${row}.kind`, day: (row) => sql`${row}.effective_from`,
  },
  {
    kind: 'meeting', shape: meetings, label: (row) => sql`${row}.title`, labelEn: () => NOTHING,
    detail: () => NOTHING, kindCode: (row) => sql`${row}.kind`, day: dayOf,
  },
  {
    kind: 'activity', shape: activities,
    label: (row) => sql`${row}.title`, labelEn: (row) => sql`${row}.title_en`, detail: () => NOTHING,
    kindCode: (row) => sql`${row}.kind`, day: (row) => sql`coalesce(${row}.starts_on, ${row}.ends_on)`,
  },
];

/**
 * Records of every kind for what somebody typed, best first, in one statement: an exact acronym or title, then what begins so,
 * then all the words, then what is like it. @param first at most so many.
 */
export function searchStatement(reading: Reading, text: string, first: number): Sql {
  const words = typedWords(text);
  const parts = [organisationHits(reading, text), ...titledHits(reading, words)];
  return sql`select coalesce(json_agg(hit order by hit.rank desc, hit.day desc nulls last, hit.label), '[]') as answer from (
    select * from (${join(parts, ' union all ')}) found order by rank desc, day desc nulls last, label limit ${first}) hit`;
}

function organisationHits(reading: Reading, text: string): Sql {
  const row = reading.alias('organisation');
  return sql`(select 'organisation' as kind, ${row}.id, ${row}.name as label, ${row}.name_en as "labelEn", ${row}.acronym as detail, ${row}.kind as "kindCode",
      ${row}.seat_country as country, null::date as day, ${textRank(row, text)} as rank
    from organisation ${row} where ${matchesText(row, text)} and ${organisations.visible(row, reading)}
    order by rank desc, label limit ${MOST_OF_A_KIND})`;
}

function titledHits(reading: Reading, words: readonly string[]): Sql[] {
  const telling = tellingWords(words).filter((word) => word.length >= SHORTEST_TELLING_WORD);
  return telling.length === 0 ? [] : TITLED.map((titled) => hitsOf(reading, titled, words, telling));
}

function hitsOf(reading: Reading, titled: Titled, words: readonly string[], telling: readonly string[]): Sql {
  const [row, judged] = [reading.alias(titled.kind), reading.alias('judged')];
  const text = sql`${row}.search_text`;
  const key = words.join(' ');
  const found = telling.map((word) => sql`(${text} like ${`%${word}%`} or ${text} %> ${word})`);
  return sql`(select ${titled.kind}::text as kind, ${judged}.id, ${judged}.label, ${judged}.label_en as "labelEn", ${judged}.detail, ${judged}.kind_code as "kindCode",
      null::text as country, ${judged}.day, ${titleRank(judged, key, telling)} as rank
    from (select ${row}.id, ${titled.label(row)} as label, ${titled.labelEn(row)} as label_en, ${titled.detail(row, reading)} as detail,
        ${titled.kindCode(row)} as kind_code, ${titled.day(row)} as day, ${text} as words
      from ${raw(titled.shape.table)} ${row} where ${allOf([...found, titled.shape.visible(row, reading)])} limit ${MOST_JUDGED}) ${judged}
    order by rank desc, day desc nulls last, label limit ${MOST_OF_A_KIND})`;
}

/** On the scale of `textRank` of organisations: 3 exact, 2 begins so, 1 holds every word as it was typed, plus likeness. */
function titleRank(judged: Sql, key: string, telling: readonly string[]): Sql {
  const whole = telling.map((word) => sql`${judged}.words like ${`%${word}%`}`);
  return sql`(case when ${judged}.words = ${key} then 3 when ${judged}.words like ${`${key}%`} then 2 when ${allOf(whole)} then 1 else 0 end
    + word_similarity(${key}, ${judged}.words))::numeric`;
}
