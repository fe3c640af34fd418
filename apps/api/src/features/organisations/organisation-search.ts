import sql, { join, type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';

/** Words longer than this are cut: nobody types them, and their trigrams cost. */
const LONGEST_WORD = 40;
const MOST_WORDS = 8;

/** The folded words of what somebody typed. */
export const typedWords = (text: string): string[] =>
  fold(text).split(' ').filter((word) => word !== '').slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));

/**
 * Each typed word becomes the set of lexicon words that begin with it or are like it (trigrams); a row matches when it has
 * one of each set. Order of words, accents, case, plural and small mistakes do not matter; an acronym matches as a word.
 */
export function matchesText(row: Sql, text: string): Sql {
  const words = typedWords(text);
  if (words.length === 0) return sql`true`;
  const sets = words.map((word) => sql`s.words && array(${similarWords(word)})`);
  return sql`exists (select from organisation_search s where s.organisation_id = ${row}.id and ${join(sets, ' and ')})`;
}

const similarWords = (word: string): Sql =>
  word.length < 3
    ? sql`select w.id from search_word w where w.word like ${`${word}%`}`
    : sql`select w.id from search_word w where w.word like ${`${word}%`} or (w.word % ${word} and similarity(w.word, ${word}) >= ${threshold(word)}::real)`;

// A short word has few trigrams: one wrong letter of four leaves little alike.
const threshold = (word: string): number => (word.length <= 5 ? 0.4 : 0.45);

/** Exact acronym first, then prefix, then likeness of the whole name. Higher is better. */
export function textRank(row: Sql, text: string): Sql {
  const key = typedWords(text).join(' ');
  return sql`(select (case when ${key} = any(s.acronyms) then 4 when s.name_key = ${key} then 3 when s.name_key like ${`${key}%`} then 2 else 0 end
    + similarity(s.name_key, ${key}))::numeric from organisation_search s where s.organisation_id = ${row}.id)`;
}
