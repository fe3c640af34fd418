import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ABILITIES, type Ability, PUBLIC, ROLES, type Role, type Subject, VISIBILITIES, type Viewer, can, canRead, mayEver, readScope } from './policy.js';

/**
 * The table again, written by hand from "Who may do what". One letter a role, in the order admin, secretariat, delegate,
 * presidency, observer, public: A any record, R readable ones, O the own country's readable ones, - none.
 * A small letter is the same, but never one's own (a, o); m is only one's own; v only where one was asked by name.
 */
const EXPECTED: Record<Ability, string> = {
  'organisation.read': 'RRRRRR', 'organisation.register': 'AAO---', 'organisation.amend': 'AAO---',
  'organisation.archive': 'AAO---', 'organisation.merge': 'AA----',
  'relationship.read': 'RRRRRR', 'relationship.register': 'AAO---', 'relationship.amend': 'AAO---',
  'person.read': 'RRRRR-', 'person.readContacts': 'RRRR--', 'person.register': 'AAO---', 'person.amend': 'AAO---',
  'person.archive': 'AAO---', 'person.export': 'AA----', 'person.erase': 'AA----',
  'meeting.read': 'RRRRRR', 'meeting.log': 'AAO---', 'meeting.amend': 'AAO---',
  'minutes.read': 'RRRRR-', 'minutes.write': 'AAO---', 'minutes.approve': '---R--',
  'minutes.circulate': 'AAO---', 'minutes.observe': 'RRRRR-', 'minutes.answer': 'RR----', 'minutes.agree': '--R---', 'minutes.reopen': '---R--',
  'activity.read': 'RRRRRR', 'activity.register': 'AAO---', 'activity.amend': 'AAO---',
  'agreement.read': 'RRRRRR', 'agreement.register': 'AAO---', 'agreement.amend': 'AAO---',
  'evidence.read': 'RRRRR-', 'evidence.add': 'AAO---', 'evidence.verify': '-a----', 'file.upload': 'AAO---',
  'commitment.read': 'RRRRR-', 'commitment.make': 'AAO---', 'commitment.amend': 'AAO---', 'commitment.verify': 'aaov--',
  'proposal.read': 'RRRRR-', 'proposal.register': 'AAO---', 'proposal.amend': 'AAO---',
  'dissemination.read': 'RRRRRR', 'dissemination.register': 'AAO---', 'dissemination.amend': 'AAO---',
  'strategy.read': 'AAAAAA', 'strategy.amend': 'AA----', 'taxonomy.read': 'AAAAAA', 'taxonomy.amend': 'A-----',
  'term.read': 'AAAAAA', 'term.amend': 'AA----', 'target.set': 'AA----', 'indicator.read': 'AAAAAA',
  'snapshot.read': 'RRRRR-', 'snapshot.propose': 'AA----', 'snapshot.approve': '---A--',
  'matrix.read': 'AAAAA-', 'matrix.amend': 'AAO---', 'matrix.rate': 'AA-A--', 'matrix.approve': '---a--',
  'network.read': 'AAAAA-', 'export.run': 'AAAAA-', 'import.run': 'AAO---', 'audit.read': 'AA----', 'mail.read': 'AA----', 'mail.send': 'AA----',
  'account.amend': 'mmmmm-', 'user.read': 'AAAAA-', 'user.manage': 'A-----', 'settings.amend': 'A-----', 'backup.run': 'A-----',
};

const READS: Record<Role, string> = {
  admin: 'public coalition country secretariat', secretariat: 'public coalition country secretariat',
  presidency: 'public coalition country', delegate: 'public coalition +own', observer: 'public coalition', public: 'public',
};

const viewerOf = (role: Role): Viewer =>
  role === 'public' ? PUBLIC : { userId: `the ${role}`, role, country: role === 'delegate' ? 'GT' : null };

const subjects = (viewer: Viewer): Subject[] =>
  VISIBILITIES.flatMap((visibility) => ['GT', 'HN', null].flatMap((country) =>
    [viewer.userId, 'somebody else', null].map((ownerUserId) => ({ visibility, country, ownerUserId }))));

function expectedRead(role: Role, { visibility, country }: Subject): boolean {
  const words = READS[role].split(' ');
  return words.includes(visibility!) || (visibility === 'country' && words.includes('+own') && country === 'GT');
}

function expectedCan(letter: string, viewer: Viewer, subject: Subject): boolean {
  const own = viewer.userId !== null && subject.ownerUserId === viewer.userId;
  const readable = expectedRead(viewer.role, subject);
  switch (letter) {
    case 'A': return true;
    case 'R': return readable;
    case 'O': return readable && subject.country === 'GT';
    case 'a': return !own;
    case 'o': return readable && subject.country === 'GT' && !own;
    case 'm': return own;
    default: return false;
  }
}

describe('who may do what', () => {
  it('has a line for every ability', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...ABILITIES].sort());
  });

  it.each(ABILITIES)('%s is as the table says, for every role, visibility, country and owner', (ability) => {
    ROLES.forEach((role, column) => {
      const viewer = viewerOf(role);
      const all = subjects(viewer);
      const allowed = all.filter((subject) => can(viewer, ability, subject));
      const expected = all.filter((subject) => expectedCan(EXPECTED[ability][column]!, viewer, subject));
      expect({ role, allowed }).toEqual({ role, allowed: expected });
    });
  });

  it.each(ABILITIES)('%s may be done to something exactly by those whom the table gives a letter', (ability) => {
    const offered = ROLES.filter((role) => mayEver(viewerOf(role), ability));
    expect(offered).toEqual(ROLES.filter((_, column) => EXPECTED[ability][column] !== '-'));
  });

  it('lets whoever was asked by name verify what they read and do not owe, and nobody else more than before', () => {
    for (const role of ROLES) {
      const viewer = viewerOf(role);
      for (const subject of subjects(viewer)) {
        const owes = viewer.userId !== null && subject.ownerUserId === viewer.userId;
        const named = can(viewer, 'commitment.verify', { ...subject, verifierUserId: viewer.userId });
        const asked = ['admin', 'secretariat', 'delegate', 'presidency'].includes(role) && expectedRead(role, subject) && !owes;
        expect([role, subject, named]).toEqual([role, subject, asked || can(viewer, 'commitment.verify', subject)]);
        expect(can(viewer, 'commitment.verify', { ...subject, verifierUserId: 'another' })).toBe(can(viewer, 'commitment.verify', subject));
      }
    }
  });

  it('denies what it does not know', () => {
    const admin = viewerOf('admin');
    for (const unknown of ['organisation.explode', 'toString', '__proto__', 'constructor']) {
      expect(can(admin, unknown as Ability)).toBe(false);
    }
    expect(readScope({ userId: 'x', role: 'owner' as Role, country: 'GT' }).visibilities).toEqual(['public']);
  });
});

describe('reading', () => {
  const anyViewer = fc.record({
    userId: fc.option(fc.constantFrom('u', 'v'), { nil: null }), role: fc.constantFrom(...ROLES),
    country: fc.option(fc.constantFrom('GT', 'HN'), { nil: null }),
  });
  const anySubject = fc.record({
    visibility: fc.constantFrom(...VISIBILITIES), country: fc.option(fc.constantFrom('GT', 'HN'), { nil: null }),
  });

  it('is one rule as a predicate and as a scope', () => {
    fc.assert(fc.property(anyViewer, anySubject, (viewer, subject) => {
      const { visibilities, ownCountry } = readScope(viewer);
      // As the SQL condition: visibility = any(…) or (visibility = 'country' and country = own), where null equals nothing.
      const bySql = visibilities.includes(subject.visibility)
        || (subject.visibility === 'country' && subject.country !== null && subject.country === ownCountry);
      expect(canRead(viewer, subject)).toBe(bySql);
      expect(can(viewer, 'organisation.read', subject)).toBe(bySql);
    }));
  });

  it('treats what is left out as the strictest', () => {
    const delegate = viewerOf('delegate');
    expect(can(delegate, 'agreement.read')).toBe(false);
    expect(can(delegate, 'agreement.amend', { visibility: 'public' })).toBe(false);
    expect(can(viewerOf('secretariat'), 'evidence.verify', { visibility: 'public' })).toBe(false);
  });

  it('gives a delegate without a country nobody\'s records', () => {
    const stateless: Viewer = { userId: 'u', role: 'delegate', country: null };
    expect(canRead(stateless, { visibility: 'country', country: null })).toBe(false);
    expect(can(stateless, 'organisation.amend', { visibility: 'public', country: null })).toBe(false);
  });
});
