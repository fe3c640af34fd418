import { emailProblems, urlProblems } from '@tejido/domain/field-problems.js';
import type { ContactKind } from '../organisations/organisation.entity.js';
import { components, unescaped, type Card, type CardLine } from './vcard-lines.js';

export interface CardContact { kind: ContactKind; label: string; value: string; preferred: boolean }
export interface CardPost { organisation: string; post: string }

/** What is in a card and not taken: which property, how often, and why. */
export interface CardLeftOut { property: string; count: number; why: 'not_kept' | 'not_of_its_kind' | 'too_long' }

/** A card as the register would hold it. */
export interface CardPerson {
  line: number;
  version: string;
  /** Of the program that wrote it, if it gave one. */
  uid: string;
  name: string;
  contactPoints: CardContact[];
  posts: CardPost[];
  languages: string[];
  notes: string;
  leftOut: CardLeftOut[];
}

export type Language = 'es' | 'en';

/** Cards that are nobody: a list, a company, one without a name. */
export interface CardOfNobody { line: number; name: string; reason: 'no_name' | 'group' | 'organisation' }

const TYPE_LABELS: Readonly<Record<string, Record<Language, string>>> = {
  CELL: { es: 'Móvil', en: 'Mobile' }, WORK: { es: 'Trabajo', en: 'Work' }, HOME: { es: 'Casa', en: 'Home' }, FAX: { es: 'Fax', en: 'Fax' },
  PAGER: { es: 'Buscapersonas', en: 'Pager' }, MAIN: { es: 'Principal', en: 'Main' }, SCHOOL: { es: 'Estudios', en: 'School' }, OTHER: { es: 'Otro', en: 'Other' },
};
/** They say nothing to a reader. */
const SILENT_TYPES = new Set(['INTERNET', 'VOICE', 'PREF', 'TEXT', 'VIDEO', 'MSG', 'DOM', 'INTL', 'POSTAL', 'PARCEL', 'X400']);
/** Messengers that programs write as properties of their own. */
const MESSENGERS: Readonly<Record<string, string>> = {
  'X-SKYPE': 'Skype', 'X-SKYPE-USERNAME': 'Skype', 'X-AIM': 'AIM', 'X-GTALK': 'Google Talk', 'X-GOOGLE-TALK': 'Google Talk', 'X-JABBER': 'Jabber', 'X-ICQ': 'ICQ',
  'X-QQ': 'QQ', 'X-MSN': 'MSN', 'X-YAHOO': 'Yahoo', 'X-WHATSAPP': 'WhatsApp', 'X-TELEGRAM': 'Telegram', 'X-SIGNAL': 'Signal', 'X-MS-IMADDRESS': 'Messenger',
};
/** Read without being kept as such, or said in another way. */
const READ = new Set(['VERSION', 'FN', 'N', 'ORG', 'TITLE', 'ROLE', 'UID', 'NOTE', 'KIND', 'X-ABLABEL', 'PRODID', 'REV', 'X-ADDRESSBOOKSERVER-KIND']);
const LONGEST_NOTES = 5_000;
const LONGEST_VALUE = 500;

/** @param language of the labels that stand for types. */
export function personOf(card: Card, language: Language): CardPerson | CardOfNobody {
  const { version, lines } = card;
  const text = (name: string) => textOf(lines.find((line) => line.name === name), version);
  const name = nameOf(card);
  const kind = (text('KIND') || text('X-ADDRESSBOOKSERVER-KIND')).toLowerCase();
  if (kind === 'group') return { line: card.at, name, reason: 'group' };
  if (kind === 'org' || (name !== '' && text('X-ABSHOWAS').toUpperCase() === 'COMPANY')) return { line: card.at, name, reason: 'organisation' };
  if (name === '') return { line: card.at, name: components(lines.find((line) => line.name === 'ORG') ?? NOTHING, version)[0] ?? '', reason: 'no_name' };
  const left: CardLeftOut[] = [];
  const contactPoints = preferOne(lines.flatMap((line) => contactOf(line, card, language, left)));
  for (const line of lines) if (!READ.has(line.name) && !TAKEN.has(line.name) && !MESSENGERS[line.name]) left.push({ property: line.name, count: 1, why: 'not_kept' });
  const notes = lines.filter((line) => line.name === 'NOTE').map((line) => textOf(line, version).replace(/\r\n?/g, '\n')).filter(Boolean).join('\n\n');
  if (notes.length > LONGEST_NOTES) left.push({ property: 'NOTE', count: 1, why: 'too_long' });
  return { line: card.at, version, uid: text('UID').slice(0, 300), name: name.slice(0, 200), contactPoints, posts: postsOf(card), languages: languagesOf(card), notes: notes.slice(0, LONGEST_NOTES), leftOut: counted(left) };
}

const NOTHING: CardLine = { group: '', name: '', types: [], params: new Map(), raw: '', bytes: 0 };
const TAKEN = new Set(['EMAIL', 'TEL', 'URL', 'IMPP', 'ADR', 'LANG', 'X-SOCIALPROFILE']);

const textOf = (line: CardLine | undefined, version: string): string => (line ? unescaped(line.raw, version).trim() : '');

/** As it is shown, else put together from its parts. */
function nameOf({ version, lines }: Card): string {
  const shown = textOf(lines.find((line) => line.name === 'FN'), version).replace(/\s+/g, ' ');
  if (shown !== '') return shown;
  const [family = '', given = '', more = '', before = '', after = ''] = components(lines.find((line) => line.name === 'N') ?? NOTHING, version);
  return [before, given, more, family, after].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

/** A post for each organisation; titles go to them in order, and the units of an organisation to the post. */
function postsOf({ version, lines }: Card): CardPost[] {
  const named = (name: string) => lines.filter((line) => line.name === name);
  const titles = [...named('TITLE'), ...(named('TITLE').length === 0 ? named('ROLE') : [])].map((line) => textOf(line, version));
  const organisations = named('ORG').map((line) => components(line, version)).filter(([name]) => name);
  return organisations.map(([organisation = '', ...units], at) =>
    ({ organisation: organisation.slice(0, 400), post: [titles[at], units.filter(Boolean).join(', ')].filter(Boolean).join(' · ').slice(0, 300) }));
}

const languagesOf = ({ lines }: Card): string[] =>
  [...new Set(lines.filter((line) => line.name === 'LANG').map((line) => line.raw.trim().toLowerCase().split('-')[0]!).filter((code) => /^[a-z]{2,3}$/.test(code)))];

function contactOf(line: CardLine, card: Card, language: Language, left: CardLeftOut[]): CardContact[] {
  const [kind, value, service] = channelOf(line, card.version);
  if (!kind) return [];
  const refused = (kind === 'email' && emailProblems('', value).length > 0) || (kind === 'website' && urlProblems('', value).length > 0);
  if (value === '' || refused || value.length > LONGEST_VALUE) {
    if (line.raw.trim() !== '') left.push({ property: line.name, count: 1, why: value.length > LONGEST_VALUE ? 'too_long' : 'not_of_its_kind' });
    return [];
  }
  const preferred = line.types.includes('PREF') || line.params.get('PREF') === '1';
  return [{ kind, value, label: labelled(service, labelOf(line, card, language)).slice(0, 100), preferred }];
}

/** The service beside the label, unless the label names it already. */
const labelled = (service: string, label: string): string =>
  [label.toLowerCase().includes(service.toLowerCase()) ? '' : service, label].filter(Boolean).join(' · ');

/** An address as people write it; what is not encoded as it should be stays as it is. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Which channel a property is, its value as people write it, and the service that it names. */
function channelOf(line: CardLine, version: string): [ContactKind | null, string, string] {
  const text = textOf(line, version);
  switch (line.name) {
    case 'EMAIL': return ['email', text.replace(/^mailto:/i, ''), ''];
    case 'TEL': return ['phone', text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '), ''];
    case 'URL': return ['website', text, ''];
    case 'X-SOCIALPROFILE': return ['social', text, line.types.find((type) => !SILENT_TYPES.has(type))?.toLowerCase() ?? ''];
    case 'ADR': return ['address', components(line, version).map((part) => part.replace(/\s*\n\s*/g, ', ')).filter(Boolean).join(', '), ''];
    case 'IMPP': return ['messaging', decoded(text.replace(/^[a-z][\w+.-]*:(?:\/\/)?/i, '')), /^([a-z][\w+.-]*):/i.exec(text)?.[1]?.toLowerCase().replace(/^im$/, '') ?? ''];
    default: return MESSENGERS[line.name] ? ['messaging', text, MESSENGERS[line.name]!] : [null, '', ''];
  }
}

/** The label that somebody gave ("item1.X-ABLabel"), else what its types say. Apple writes its own ones as "_$!<HomePage>!$_". */
function labelOf({ name, group, types }: CardLine, { lines, version }: Card, language: Language): string {
  const given = group === '' ? '' : textOf(lines.find((line) => line.name === 'X-ABLABEL' && line.group === group), version).replace(/^_\$!<(.*)>!\$_$/, '$1');
  if (given !== '') return given;
  const told = name === 'X-SOCIALPROFILE' ? [] : types.filter((type) => !SILENT_TYPES.has(type));
  return told.map((type) => TYPE_LABELS[type]?.[language] ?? type.charAt(0) + type.slice(1).toLowerCase()).join(', ');
}

/** At most one is the preferred one, and what stands twice is kept once. */
function preferOne(contacts: CardContact[]): CardContact[] {
  const once = contacts.filter((each, at) => contacts.findIndex((other) => other.kind === each.kind && other.value === each.value) === at);
  const first = once.findIndex(({ preferred }) => preferred);
  return once.map((each, at) => ({ ...each, preferred: at === first }));
}

function counted(left: readonly CardLeftOut[]): CardLeftOut[] {
  const tally = new Map<string, CardLeftOut>();
  for (const each of left) {
    const key = `${each.property} ${each.why}`;
    tally.set(key, { ...each, count: (tally.get(key)?.count ?? 0) + each.count });
  }
  return [...tally.values()];
}
