/**
 * Text as people mean it: case, accents, punctuation and legal forms do not make another organisation. One set of
 * functions serves search, import and duplicates, so that what the search finds the import does not create again.
 */

// Written forms of "incorporated body" in the coalition's languages, folded; longest first where one starts another.
const LEGAL_FORMS = [
  'sapi de cv', 'sab de cv', 'sa de cv', 's de rl de cv', 's de rl', 'sas de cv', 'sociedad anonima', 'asociacion civil',
  'sa', 'sas', 'srl', 'sl', 'sc', 'ac', 'iap', 'abp', 'ong', 'onl', 'osc', 'osfl', 'esal', 'ltda', 'cia',
  'ngo', 'inc', 'incorporated', 'ltd', 'limited', 'llc', 'llp', 'plc', 'corp', 'corporation', 'co',
  'gmbh', 'ggmbh', 'ev', 'ag', 'bv', 'asbl', 'aisbl', 'vzw', 'sarl', 'spa', 'onlus',
];
const LEADING_FORMS = ['ong', 'ngo', 'osc', 'asociacion civil'];

// Words that initials and searches leave out: "Organización Internacional para las Migraciones" is OIM.
const SMALL_WORDS = new Set(
  ('a al ante con contra de del e el en entre la las lo los o para por sin sobre su u un una y '
    + 'and against at by for from in of on or the to with des du et le les d l').split(' '),
);

/** Lower case, without accents or punctuation, single blanks: 'Organización  “MIGRANTE”' → 'organizacion migrante'. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The name as a key for equality: folded, dotted initials joined, legal forms at either end dropped. Never empty for a name with letters. */
export function nameKey(name: string): string {
  let key = fold(joinInitials(name));
  for (let shorter = withoutLegalForm(key); shorter !== key; shorter = withoutLegalForm(key)) key = shorter;
  return key;
}

// 'S.A. de C.V.' → 'SA. de CV.', 'O.I.M.' → 'OIM.': else the dots would make words of single letters.
function joinInitials(name: string): string {
  return name.replace(/(?<![\p{L}\p{N}])(\p{L})\.\s?(?=\p{L}(?:\.|$|[^\p{L}\p{N}]))/gu, '$1');
}

function withoutLegalForm(key: string): string {
  for (const form of LEGAL_FORMS) {
    if (key.endsWith(` ${form}`)) return key.slice(0, -form.length - 1);
  }
  const before = LEADING_FORMS.find((form) => key.startsWith(`${form} `));
  return before ? key.slice(before.length + 1) : key;
}

/** The folded words that carry meaning; all of them where none does: ['de', 'las', 'migraciones'] → ['migraciones']. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : [...words];
}

/** The initials of the words that carry meaning, in capitals: 'Coalición Regional contra la Trata' → 'CRT'. */
export function acronymOf(name: string): string {
  const words = fold(name).split(' ').filter((word) => word !== '');
  return tellingWords(words).map((word) => [...word][0]).join('').toUpperCase();
}

/** The distinct trigrams of a text as PostgreSQL's pg_trgm cuts them: two blanks before and one after every word. */
export function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of fold(text).split(' ')) {
    if (word === '') continue;
    const letters = [...`  ${word} `];
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/** Shared trigrams by all trigrams, 0 to 1, as pg_trgm's `similarity` gives for the folded texts. Two empty texts: 0. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const shared = [...left].filter((each) => right.has(each)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The host that an address names, without 'www.': 'https://www.iom.int/es' → 'iom.int'; null when there is none. */
export function hostOf(address: string): string | null {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@]*@)?([^/?#:\s]+)/i.exec(address.trim());
  const host = match?.[1]?.toLowerCase().replace(/^www\d?\./, '').replace(/\.$/, '') ?? '';
  return host.includes('.') ? host : null;
}

// A spreadsheet runs a cell that starts with one of these as a formula, also after blanks, also in full width. A
// leading apostrophe makes it text. Texts that already look quoted are quoted once more, so that restoring is exact.
const RUNS = /^'*[\s\u200B\uFEFF]*[=+\-@\t\r\n＝＋－＠]|^'*[\t\r\n]/u;

/** The text as it is safe in a CSV or XLSX cell. */
export function neutraliseCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text that `neutraliseCell` was given; any other text comes back as it is. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}
