/** What a card says of a person: as much as the reader may know. */
export interface CardOut {
  id: string;
  name: string;
  languages: string[];
  contactPoints: { kind: string; label: string; value: string; preferred: boolean }[];
  posts: { organisation: string; post: string }[];
  changedAt: string;
}

/** 4.0 is the standard (RFC 6350); Outlook reads 3.0 only (RFC 2426). */
export const CARD_VERSIONS = ['4.0', '3.0'] as const;
export type CardVersion = (typeof CARD_VERSIONS)[number];

/** Cards one after the other, as a .vcf file holds them. */
export const cardsText = (people: readonly CardOut[], version: CardVersion): string => people.map((person) => cardText(person, version)).join('');

function cardText(person: CardOut, version: CardVersion): string {
  const words = person.name.split(' ').filter(Boolean);
  // Nobody asked which words are family names: programs sort by the whole name then.
  const parts = words.length === 2 ? `${escaped(words[1]!)};${escaped(words[0]!)};;;` : `;${escaped(person.name)};;;`;
  const lines = [
    'BEGIN:VCARD', `VERSION:${version}`, 'PRODID:-//Tejido//Tejido//ES', `UID:urn:uuid:${person.id}`, `FN:${escaped(person.name)}`, `N:${parts}`,
    ...person.posts.flatMap(({ organisation, post }) => [`ORG:${escaped(organisation)}`, ...(post ? [`TITLE:${escaped(post)}`] : [])]),
    ...person.contactPoints.flatMap((each, at) => contactLines(each, at + 1, version)),
    ...(version === '4.0' ? person.languages.map((code) => `LANG:${code}`) : []),
    `REV:${person.changedAt}`, 'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function contactLines({ kind, label, value, preferred }: CardOut['contactPoints'][number], at: number, version: CardVersion): string[] {
  const property = propertyOf(kind, value, label, version);
  const pref = preferred ? (version === '4.0' ? ';PREF=1' : ';TYPE=PREF') : '';
  const text = `${property.head}${pref}:${property.value}`;
  return label ? [`item${at}.${text}`, `item${at}.X-ABLabel:${escaped(label)}`] : [text];
}

function propertyOf(kind: string, value: string, label: string, version: CardVersion): { head: string; value: string } {
  switch (kind) {
    case 'email': return { head: version === '4.0' ? 'EMAIL' : 'EMAIL;TYPE=INTERNET', value: escaped(value) };
    case 'phone': return { head: version === '4.0' ? 'TEL;VALUE=text' : 'TEL;TYPE=VOICE', value: escaped(value) };
    case 'website': return { head: 'URL', value };
    case 'social': return { head: 'X-SOCIALPROFILE', value: escaped(value) };
    case 'address': return { head: 'ADR', value: `;;${escaped(value)};;;;` };
    // An address of a messenger is a URI (RFC 6350, 6.4.3); which one, says the label.
    default: return { head: 'IMPP', value: `${/^[a-z]+/.exec(label.toLowerCase())?.[0] ?? 'im'}:${encodeURI(value)}` };
  }
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Lines of at most 75 bytes, never cut within a letter (RFC 6350, 3.2). */
function folded(line: string): string {
  const parts = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > 75) {
      parts.push(' ');
      bytes = 1;
    }
    parts[parts.length - 1] += letter;
    bytes += size;
  }
  return parts.join('\r\n');
}
