import sql, { join, type Sql } from 'sql-template-tag';
import { fold, tellingWords } from '@tejido/domain/text.js';
import type { Piece } from '../../platform/graphql/composer.js';

/** Words longer than this are cut: nobody types them, and their trigrams cost. */
const LONGEST_WORD = 40;
const MOST_WORDS = 8;
/** Acronyms are this long: shorter ones are like everything, longer words have trigrams enough. */
const ACRONYM = { shortest: 3, longest: 10 } as const;

/** The folded words of what somebody typed. */
export const typedWords = (text: string): string[] =>
  fold(text).split(' ').filter((word) => word !== '').slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));

/**
 * Each typed word that tells something ("de", "las", "of" do not) becomes the set of lexicon words that begin with it or are like it; a row matches when it has one of each
 * set. Order of words, accents, case, plural and small mistakes do not matter; an acronym matches as a word, also with
 * one letter wrong, missing, too much or two swapped.
 */
export function matchesText(row: Sql, text: string): Sql {
  const words = typedWords(text);
  if (words.length === 0) return sql`true`;
  const sets = tellingWords(words).map((word) => sql`s.words && array(${similarWords(word)})`);
  return sql`${row}.id in (select s.organisation_id from organisation_search s where ${join(sets, ' and ')})`;
}

function similarWords(word: string): Sql {
  const begins = sql`select w.id from search_word w where w.word like ${`${word}%`}`;
  const like = sql`select w.id from search_word w where w.word % ${word} and similarity(w.word, ${word}) >= ${threshold(word)}::real`;
  const near = sql`select w.id from search_word w where ${nearAcronym(word)}`;
  return join([begins, ...(word.length >= 3 ? [like] : []), ...(mayBeAcronym(word) ? [near] : [])], ' union all ');
}

// A short word has few trigrams: one wrong letter of four leaves little alike.
const threshold = (word: string): number => (word.length <= 5 ? 0.4 : 0.45);

const mayBeAcronym = (word: string): boolean => word.length >= ACRONYM.shortest && word.length <= ACRONYM.longest;

/** Two neighbours swapped, and one letter left out: what somebody who knew the acronym may have meant. */
function slips(word: string): { swapped: string[]; shortened: string[]; unknown: string[] } {
  const letters = [...word];
  const without = (at: number, instead: string) => [...letters.slice(0, at), instead, ...letters.slice(at + 1)].join('');
  return {
    swapped: letters.slice(1).map((_, at) => [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join('')),
    // Of three letters two remain, and those are like too much.
    shortened: letters.length > ACRONYM.shortest ? letters.map((_, at) => without(at, '')) : [],
    unknown: letters.map((_, at) => without(at, '*')),
  };
}

/** The lexicon's acronyms that are one slip away from the word. */
function nearAcronym(word: string): Sql {
  const { swapped, shortened, unknown } = slips(word);
  return sql`w.near is not null and (w.near && ${[word, ...unknown]}::text[] or w.word = any(${[...swapped, ...shortened]}::text[]))`;
}

/** Exact acronym first, then an exact name, acronyms with letters swapped, those nearly right, prefix; likeness of the name last. */
export function textRank(row: Sql, text: string): Sql {
  const words = typedWords(text);
  const key = words.join(' ');
  const acronym = words.length === 1 && mayBeAcronym(key)
    ? sql`when s.acronyms && ${slips(key).swapped}::text[] then 3 when s.acronyms && array(select w.word from search_word w where ${nearAcronym(key)}) then 2.5`
    : sql``;
  return sql`(select (case when ${key} = any(s.acronyms) then 5 when ${key} = any(s.names) then 4 when s.name_key like ${`${key}%`} then 3.5 ${acronym} else 0 end
    + similarity(s.name_key, ${key}))::numeric from organisation_search s where s.organisation_id = ${row}.id)`;
}

/** Which of its names a text fits best; its own name and acronym first among equals. */
export const matchedName: Piece = (row, _reading, selection) => {
  const key = typedWords(String(selection.args['text'] ?? '')).join(' ');
  return sql`(select json_build_object('role', n.role, 'language', n.language, 'value', n.value) from (
      select 'name' as role, 'es' as language, ${row}.name as value, 1 as position union all select 'acronym', 'es', ${row}.acronym, 2
      union all select 'name', 'en', ${row}.name_en, 3 union all select 'acronym', 'en', ${row}.acronym_en, 4
      union all select other.role, other.language, other.value, 5 from organisation_name other where other.organisation_id = ${row}.id) n
    where n.value is not null order by word_similarity(${key}, fold(n.value)) desc, n.position, n.value limit 1)`;
};
