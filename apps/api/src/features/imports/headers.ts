import { fold } from '@tejido/domain/text.js';
import { FIELD_WORDS, NUMBERED_PARTY, PARTICIPANT_WORDS, PARTY_ROLE, PARTY_SIGNED, PARTY_WORDS, type HeaderWords } from './header-words.js';
import { emptyMapping, type Kind, type LinkRule, type Mapping } from './mapping.js';
import type { Table } from './table.js';

/**
 * The mapping that a table's headers (Spanish or English) and HXL tags let recognise; a column serves one field only.
 * What is not recognised stays unused and is told in the receipt. A map of the user's replaces this whole.
 */
export function recogniseHeaders(table: Table, kind: Kind): Mapping {
  const columns = new Columns(table);
  const mapping = emptyMapping(kind);
  mapping.organisations = kind === 'agreements' ? parties(columns) : kind === 'activities' ? participants(columns) : [];
  for (const [field, words] of Object.entries(FIELD_WORDS[kind])) {
    const column = columns.take(words);
    if (column === null) continue;
    if (field === 'key') mapping.key = [column];
    else mapping.fields[field] = [{ column }];
  }
  return mapping;
}

/** The columns of a table, each given away once. */
class Columns {
  private readonly taken = new Set<number>();
  private readonly folded: string[];

  constructor(private readonly table: Table) {
    // Brackets add a hint for the reader: 'Fecha de inicio (DD/MM/AAAA)'. Unless all is in them.
    this.folded = table.headers.map((header) => fold(header.replace(/\(.*?\)/g, ' ')) || fold(header));
  }

  /** The first free column that the words recognise, as a map would name it; headers go before tags. */
  take(words: HeaderWords): string | null {
    const byHeader = words.headers.map((word) => this.folded.findIndex((header, at) => header === word && !this.taken.has(at))).find((at) => at !== -1);
    if (byHeader !== undefined) return this.give(byHeader, this.table.headers[byHeader]!);
    const tags = this.table.hxlTags ?? [];
    const byTag = (words.tags ?? []).map((wanted) => tags.findIndex((tag, at) => tag !== null && !this.taken.has(at) && carries(tag, wanted))).find((at) => at !== -1);
    return byTag === undefined ? null : this.give(byTag, this.table.headers[byTag] || tags[byTag]!);
  }

  hasNumbered(expression: string): boolean {
    const numbered = this.table.headers.map((header, at) => ({ header, at })).filter(({ header }) => new RegExp(expression, 'iu').test(header));
    for (const { at } of numbered) this.taken.add(at);
    return numbered.length > 0;
  }

  private give(at: number, name: string): string {
    this.taken.add(at);
    return name;
  }
}

/** HXL attributes may come in any order and number: '#org+impl+name' carries '#org+impl'. */
export function carries(tag: string, wanted: string): boolean {
  const [hashtag, ...attributes] = tag.split('+');
  const [wantedHashtag, ...wantedAttributes] = wanted.split('+');
  return hashtag === wantedHashtag && wantedAttributes.every((attribute) => attributes.includes(attribute));
}

// A list in a cell is cut at semicolons only: commas and "y" stand inside names.
function parties(columns: Columns): LinkRule[] {
  const rules: LinkRule[] = columns.hasNumbered(NUMBERED_PARTY) ? [{ columns: NUMBERED_PARTY, as: 'name' }] : [];
  const column = columns.take(PARTY_WORDS);
  if (column !== null) rules.push({ column, as: 'name', separator: ';' });
  const [role, signedOn] = [columns.take(PARTY_ROLE), columns.take(PARTY_SIGNED)];
  return rules.map((rule) => ({ ...rule, ...(role !== null && { roleFrom: { column: role } }), ...(signedOn !== null && { signedOn: { column: signedOn } }) }));
}

function participants(columns: Columns): LinkRule[] {
  // Donors and partners first: an implementer is also recognised by a bare '#org'.
  return [...PARTICIPANT_WORDS].reverse().flatMap(({ role, ...words }) => {
    const column = columns.take(words);
    return column === null ? [] : [{ column, as: 'name' as const, separator: ';', role }];
  });
}
