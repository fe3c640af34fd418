import { decisionLabel } from '@tejido/domain/minutes.js';
import { UNNAMED, withNames, type ContentNode, type Mention } from '@tejido/domain/minutes-content.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import type { Brand } from '../../platform/documents/brand.js';
import type { CommitmentContent, MinutesContent } from './minutes-content.reads.js';
import type { DocumentFacts, Names } from './minutes-document.reads.js';
import { filled, WORDS, type DocumentLanguage, type Words } from './minutes-words.js';

/** Minutes as a reader may see them, in a language: what PDF and DOCX lay out. */
export interface MinutesDocument {
  language: DocumentLanguage;
  words: Words;
  brand: Brand;
  /** What the file says of when it was made: the approval, else the meeting; so it has the same bytes whenever it is asked for. */
  madeAt: string;
  title: string;
  facts: { label: string; value: string }[];
  participants: { organisation: string; person: string; post: string; presence: string }[];
  agreed: string;
  sections: { heading: string; reserved: string | null; content: ContentNode; decisions: { label: string; text: string }[]; commitments: Promised[] }[];
  otherCommitments: Promised[];
  draft: boolean;
  hash: string | null;
}

export interface Promised { who: string; what: string; toWhom: string; due: string }

/** Leaves out what the viewer may not read, then numbers: what is hidden is as if it had never been. */
export function documentOf(viewer: Viewer, facts: DocumentFacts, content: MinutesContent, names: Names, language: DocumentLanguage): MinutesDocument {
  const words = WORDS[language];
  const may = (visibility: 'country' | 'secretariat' | null) => visibility === null || canRead(viewer, { visibility, country: facts.country });
  const say = sayer(names, language);
  const promises = content.commitments.filter(({ id }) => names.commitments.includes(id));
  const shown = content.sections.filter(({ visibility }) => may(visibility));
  const counted = new Map<string | null, number>();
  const next = (kind: string | null) => { counted.set(kind, (counted.get(kind) ?? 0) + 1); return counted.get(kind)!; };
  const told = (each: CommitmentContent): Promised => ({
    who: say.organisation(each.ownerOrganisationId) ?? say.person(each.ownerPersonId) ?? (each.ownerUserId && names.users[each.ownerUserId]) ?? UNNAMED,
    what: each.text, toWhom: say.organisation(each.beneficiaryOrganisationId) ?? '', due: each.dueOn ? dayIn(each.dueOn, language) : words.noDue,
  });
  return {
    language, words, title: content.meeting.title, agreed: content.meeting.agreed, draft: facts.state === 'draft', hash: facts.state === 'approved' ? facts.contentHash : null,
    brand: facts.brand, madeAt: facts.approvedOn ?? content.meeting.startsAt,
    facts: factsOf(facts, content, language),
    participants: content.attendance.flatMap((each) => {
      const [organisation, person] = [say.organisation(each.organisationId, true), say.person(each.personId)];
      if (organisation === undefined && person === undefined) return [];
      const whom = say.person(each.onBehalfOfPersonId) ?? say.organisation(each.onBehalfOfOrganisationId);
      return [{ organisation: organisation ?? '', person: person ?? '', post: organisation && person ? names.posts[`${each.personId} ${each.organisationId}`] ?? '' : '',
        presence: whom ? filled(words.onBehalfOf, { name: whom }) : words.presences[each.presence] }];
    }),
    sections: shown.map((section, at) => ({
      heading: [section.visibility === null ? `${shown.slice(0, at + 1).filter((each) => each.visibility === null).length}.` : '', section.title || words.untitled].filter(Boolean).join(' '),
      reserved: section.visibility === 'country' ? words.reservedCountry : section.visibility === 'secretariat' ? words.reservedSecretariat : null,
      content: withNames(section.content, say.mention),
      decisions: section.decisions.filter(({ visibility }) => may(visibility)).map(({ text, visibility }) => ({ label: `${words.decision} ${decisionLabel(visibility, next(visibility))}`, text })),
      commitments: promises.filter(({ sectionId }) => sectionId === section.id).map(told),
    })),
    otherCommitments: promises.filter(({ sectionId }) => !shown.some(({ id }) => id === sectionId)).map(told),
  };
}

function factsOf(facts: DocumentFacts, { meeting }: MinutesContent, language: DocumentLanguage): MinutesDocument['facts'] {
  const words = WORDS[language];
  const day = facts.state === 'approved' ? facts.approvedOn : facts.observationsUntil;
  return [
    { label: words.kind, value: facts.kind[language] },
    { label: words.when, value: spanIn(meeting.startsAt, meeting.endsAt, meeting.timeZone, language) },
    { label: words.where, value: [meeting.place, facts.placeCountry?.[language]].filter(Boolean).join(', ') },
    { label: words.mode, value: words.modes[meeting.mode as 'virtual'] },
    { label: words.status, value: filled(words.states[facts.state], { day: day ? dayIn(day, language) : '', name: facts.approvedBy ?? UNNAMED }) },
  ].filter(({ value }) => value !== '');
}

/** Names in the reader's language; undefined for whom they may not see. */
function sayer(names: Names, language: DocumentLanguage) {
  const organisation = (id: string | null, whole = false): string | undefined => {
    const found = id ? names.organisations[id] : undefined;
    if (!found) return undefined;
    const [name, acronym] = language === 'en' ? [found.nameEn ?? found.name, found.acronymEn ?? found.acronym] : [found.name, found.acronym];
    return whole ? [name, acronym && acronym !== name ? `(${acronym})` : ''].filter(Boolean).join(' ') : acronym ?? name;
  };
  const person = (id: string | null): string | undefined => (id ? names.people[id] : undefined);
  return { organisation, person, mention: ({ kind, id }: Mention) => (kind === 'person' ? person(id) : organisation(id)) };
}

const LOCALES = { es: 'es-GT', en: 'en-GB' } as const;

const dayIn = (day: string, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** In the zone of the place: that is when those who were there met. */
function spanIn(from: string, to: string | null, timeZone: string, language: DocumentLanguage): string {
  const whole = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeStyle: 'short', timeZone });
  const start = whole.format(new Date(from));
  if (!to) return `${start} (${timeZone})`;
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone });
  const end = dayOf.format(new Date(from)) === dayOf.format(new Date(to)) ? new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone }) : whole;
  return `${start} – ${end.format(new Date(to))} (${timeZone})`;
}
