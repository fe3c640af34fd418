/**
 * Who may do what: the law of the registry, as a table. The API asks `can` before it writes and makes its SQL scope
 * from `readScope`; the page asks the same to know what to offer. What is not granted here is denied.
 */

export const ROLES = ['admin', 'secretariat', 'delegate', 'presidency', 'observer', 'public'] as const;
export type Role = (typeof ROLES)[number];

/** From the most to the least open. */
export const VISIBILITIES = ['public', 'coalition', 'country', 'secretariat'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Who is asking. `country` is the ISO code of the country that a delegate speaks for. */
export interface Viewer {
  userId: string | null;
  role: Role;
  country: string | null;
}

/** Somebody who has not signed in. */
export const PUBLIC: Viewer = Object.freeze({ userId: null, role: 'public', country: null });

/**
 * What is asked about: a record's visibility, the country that owns it, and the user who made or owes it (`null`:
 * nobody with an account). What is left out counts as the strictest: unreadable, foreign, one's own.
 */
export interface Subject {
  visibility?: Visibility;
  country?: string | null;
  ownerUserId?: string | null;
  /** Who was asked by name to verify it; left out: nobody. */
  verifierUserId?: string | null;
}

/** The visibilities readable whatever the country, and the country for which 'country' is readable too. */
export interface ReadScope {
  visibilities: readonly Visibility[];
  ownCountry: string | null;
}

/** From this both `canRead` and the API's SQL condition are made. */
export function readScope(viewer: Viewer): ReadScope {
  switch (viewer.role) {
    case 'admin':
    case 'secretariat':
      return { visibilities: VISIBILITIES, ownCountry: null };
    case 'presidency':
      return { visibilities: ['public', 'coalition', 'country'], ownCountry: null };
    case 'delegate':
      return { visibilities: ['public', 'coalition'], ownCountry: viewer.country };
    case 'observer':
      return { visibilities: ['public', 'coalition'], ownCountry: null };
    default:
      return { visibilities: ['public'], ownCountry: null };
  }
}

/** May the viewer know that a record of this visibility and country exists? */
export function canRead(viewer: Viewer, subject: Pick<Subject, 'visibility' | 'country'>): boolean {
  const { visibilities, ownCountry } = readScope(viewer);
  const visibility = subject.visibility ?? 'secretariat';
  if (visibilities.includes(visibility)) return true;
  return visibility === 'country' && ownCountry !== null && subject.country === ownCountry;
}

type Rule = (viewer: Viewer, subject: Subject) => boolean;

const has = (...roles: Role[]): Rule => (viewer) => roles.includes(viewer.role);
const both = (...rules: Rule[]): Rule => (viewer, subject) => rules.every((rule) => rule(viewer, subject));
const either = (...rules: Rule[]): Rule => (viewer, subject) => rules.some((rule) => rule(viewer, subject));

const anybody: Rule = () => true;
const signedIn: Rule = (viewer) => viewer.role !== 'public';
const admin = has('admin');
const office = has('admin', 'secretariat');
const presidency = has('presidency');
const readable: Rule = canRead;
const ownCountrys: Rule = (viewer, subject) => viewer.country !== null && subject.country === viewer.country;
/** A delegate cannot put a record, or find one, where delegates do not see it. */
const notHidden: Rule = (viewer, subject) => subject.visibility === undefined || canRead(viewer, subject);
const officeOrOwnCountrys = either(office, both(has('delegate'), ownCountrys, notHidden));
/** A second person verifies. Who made it must be stated: left out, it counts as the viewer's own. */
const anothers: Rule = (viewer, subject) =>
  viewer.userId !== null && subject.ownerUserId !== undefined && subject.ownerUserId !== viewer.userId;
/** Named by whoever keeps the record, to do what they may not do to others. */
const asked: Rule = (viewer, subject) => viewer.userId !== null && subject.verifierUserId === viewer.userId;
const theirOwn: Rule = (viewer, subject) => viewer.userId !== null && subject.ownerUserId === viewer.userId;

const LAW = {
  'organisation.read': readable,
  'organisation.register': officeOrOwnCountrys,
  'organisation.amend': officeOrOwnCountrys,
  'organisation.archive': officeOrOwnCountrys,
  'organisation.merge': office,

  'relationship.read': readable,
  'relationship.register': officeOrOwnCountrys,
  'relationship.amend': officeOrOwnCountrys,

  // Names and posts for whoever has an account; how to reach somebody is not an observer's business.
  'person.read': both(signedIn, readable),
  'person.readContacts': both(has('admin', 'secretariat', 'delegate', 'presidency'), readable),
  'person.register': officeOrOwnCountrys,
  'person.amend': officeOrOwnCountrys,
  'person.archive': officeOrOwnCountrys,
  // A person's right is answered by whoever answers for the register.
  'person.export': office,
  'person.erase': office,

  'meeting.read': readable,
  'meeting.log': officeOrOwnCountrys,
  'meeting.amend': officeOrOwnCountrys,
  'minutes.read': both(signedIn, readable),
  'minutes.write': officeOrOwnCountrys,
  'minutes.circulate': officeOrOwnCountrys,
  // Whoever may read what was circulated may say what is wrong with it; the secretariat answers.
  'minutes.observe': both(signedIn, readable),
  'minutes.answer': both(office, readable),
  'minutes.agree': both(has('delegate'), readable),
  'minutes.approve': both(presidency, readable),
  'minutes.reopen': both(presidency, readable),

  'activity.read': readable,
  'activity.register': officeOrOwnCountrys,
  'activity.amend': officeOrOwnCountrys,

  'agreement.read': readable,
  'agreement.register': officeOrOwnCountrys,
  'agreement.amend': officeOrOwnCountrys,
  'evidence.read': both(signedIn, readable),
  'evidence.add': officeOrOwnCountrys,
  // It becomes somebody's evidence afterwards; until then only whoever uploaded it sees it.
  'file.upload': officeOrOwnCountrys,
  'evidence.verify': both(has('secretariat'), anothers),

  'commitment.read': both(signedIn, readable),
  'commitment.make': officeOrOwnCountrys,
  'commitment.amend': officeOrOwnCountrys,
  'commitment.verify': both(either(officeOrOwnCountrys, both(asked, readable, has('admin', 'secretariat', 'delegate', 'presidency'))), anothers),

  'proposal.read': both(signedIn, readable),
  'proposal.register': officeOrOwnCountrys,
  'proposal.amend': officeOrOwnCountrys,
  'dissemination.read': readable,
  'dissemination.register': officeOrOwnCountrys,
  'dissemination.amend': officeOrOwnCountrys,

  'strategy.read': anybody,
  'strategy.amend': office,
  'taxonomy.read': anybody,
  'taxonomy.amend': admin,
  'term.read': anybody,
  'term.amend': office,
  'target.set': office,
  // What each country did is everybody's of the coalition to read; the regional rows are the secretariat's to write.
  'matrix.read': signedIn,
  'matrix.amend': officeOrOwnCountrys,
  'matrix.rate': has('admin', 'secretariat', 'presidency'),
  'matrix.approve': both(presidency, anothers),
  // Public totals count every eligible record and name only the visible ones.
  'indicator.read': anybody,
  'snapshot.read': both(signedIn, readable),
  'snapshot.propose': office,
  'snapshot.approve': presidency,

  'network.read': signedIn,
  'export.run': signedIn,
  'import.run': officeOrOwnCountrys,
  'audit.read': office,
  'mail.read': office,
  'mail.send': office,

  'account.amend': theirOwn,
  'user.read': signedIn,
  'user.manage': admin,
  'settings.amend': admin,
  'backup.run': admin,
} satisfies Record<string, Rule>;

export type Ability = keyof typeof LAW;

export const ABILITIES = Object.keys(LAW) as readonly Ability[];

/** May this viewer do this to this subject? Unknown abilities are denied. */
export function can(viewer: Viewer, ability: Ability, subject: Subject = {}): boolean {
  return Object.hasOwn(LAW, ability) && LAW[ability](viewer, subject);
}

/**
 * Is there any record to which the viewer may do this? Decides what a menu offers and whether a list may be asked for
 * at all; it never replaces `can` on the record itself.
 */
export function mayEver(viewer: Viewer, ability: Ability): boolean {
  const friendliest: Subject = { visibility: 'public', country: viewer.country };
  return can(viewer, ability, { ...friendliest, ownerUserId: null })
    || can(viewer, ability, { ...friendliest, ownerUserId: viewer.userId })
    || can(viewer, ability, { ...friendliest, ownerUserId: null, verifierUserId: viewer.userId });
}
