import { addDays } from '@tejido/domain/day.js';
import { MEMBER_BODIES } from './member-bodies.js';
import { stableId } from '../stable-id.js';
import { CAST } from './cast.js';
import { MARK } from './cast/player.js';
import type { Chance } from './chance.js';
import { recordOf, TODAY } from './days.js';
import { organisationId } from './organisations.js';

const GIVEN = ['María José', 'Carlos', 'Lucía', 'José Manuel', 'Xiomara', 'Andrés', 'Nadia', 'Óscar', 'Fátima', 'Iván', 'Rosa Elena',
  'Emilio', 'Ángela', 'Tomás', 'Yesenia',
  'Rubén', 'Gabriela', 'Mauricio', 'Silvia', 'Héctor', 'Marlene', 'Julio César', 'Karla', 'Esteban', 'Ixchel', 'Dennis', 'Beatriz',
  'Wilmer', 'Paola', 'Ernesto'] as const;
const FAMILY = ['Morales', 'Rivas', 'Peña', 'Quirós', 'Batz', 'Zúñiga', 'Muñoz', 'Arana', 'Castellanos', 'Lainez', 'Barahona', 'Sandoval',
  'Chacón', 'Del Cid', 'Solórzano', 'Núñez',
  'Arosemena', 'Guerrero', 'Polanco', 'Ucán', 'Tzul', 'Cárcamo', 'Orellana', 'Villatoro', 'Bermúdez', 'Palacios', 'Rosario', 'Ibarra',
  'Montiel', 'Young'] as const;

const POSTS: Readonly<Record<string, readonly string[]>> = {
  state: ['Jefatura de unidad', 'Coordinación interinstitucional', 'Asesoría jurídica', 'Dirección'],
  forum: ['Secretaría ejecutiva', 'Coordinación técnica', 'Presidencia'],
  international: ['Representación de país', 'Oficialía de programas', 'Especialista en protección', 'Oficialía de monitoreo'],
  civil_society: ['Dirección ejecutiva', 'Coordinación de programas', 'Comunicación', 'Incidencia'],
  other: ['Investigación principal', 'Decanatura', 'Coordinación académica', 'Junta directiva'],
};

export interface Post { person: string; organisation: string; post: string; from: string; to: string | null }
export interface Somebody { id: string; name: string; domain: string }

/** Everybody's posts: one person at most organisations and two at some, who moved from one to another at times. */
export interface People { somebody: readonly Somebody[]; posts: readonly Post[] }

export function people(chance: Chance): People {
  const places = [
    ...MEMBER_BODIES.map(({ id, country }) => ({ id, domain: `organo-${country.toLowerCase()}`,
      posts: ['Secretaría ejecutiva', 'Enlace ante la coalición'], two: true, real: true })),
    ...CAST.map(({ key, audience, real }, index) => ({ id: organisationId(key), domain: key, posts: POSTS[audience]!, two: index % 9 === 0,
      real: real === true })),
  ].filter((_, index) => index % 7 !== 6);
  const somebody: Somebody[] = [];
  const posts: Post[] = [];
  for (const place of places) {
    for (const post of chance.some(place.posts, place.two ? 2 : 1)) {
      const id = stableId('person', String(somebody.length));
      const from = addDays('2019-03-01', chance.below(1900));
      somebody.push({ id, name: nameOf(somebody.length), domain: place.domain });
      posts.push({ person: id, organisation: place.id, post: place.real ? `${post} ${MARK}` : post, from, to: null });
    }
  }
  return { somebody, posts: [...posts, ...careers(posts, chance)] };
}

// Every given name meets another family name each time round.
function nameOf(index: number): string {
  const round = Math.floor(index / GIVEN.length);
  return `${GIVEN[index % GIVEN.length]!} ${FAMILY[(index * 7 + round * 3) % FAMILY.length]!} ${FAMILY[(index * 11 + 5 + round) % FAMILY.length]!}`;
}

/** Posts that somebody held before at another organisation, and a few who have left altogether. */
function careers(posts: Post[], chance: Chance): Post[] {
  posts.forEach((post, index) => { if (index % 17 === 5) post.to = addDays(TODAY, -(60 + chance.below(500))); });
  return posts.filter((post, index) => index % 8 === 3 && post.from > '2020-06-01' && !post.post.includes(MARK)).map((post) => {
    const before = chance.pick(posts.filter(({ organisation, post: title }) => organisation !== post.organisation
      && !title.includes(MARK)));
    return { person: post.person, organisation: before.organisation, post: before.post, from: addDays(post.from, -500),
      to: addDays(post.from, -20) };
  });
}

export function peopleTables({ somebody, posts }: People): Record<string, object[]> {
  const address = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(' ').slice(0, 2).join('.');
  return {
    person: somebody.map(({ id, name }, index) => {
      const { recorded_on: _, ...record } = recordOf('2021-02-01');
      return { id, name, languages: index % 5 === 0 ? ['es', 'en'] : ['es'], consent_basis: index % 3 === 0 ? 'consent' : 'public_office',
        consent_on: '2021-02-01', notes: '', ...record };
    }),
    affiliation: posts.map(({ person, organisation, post, from, to }, index) =>
      ({ id: stableId('affiliation', String(index)), person_id: person, organisation_id: organisation, post, from_day: from, to_day: to,
        version: 1 })),
    // One end was told wrongly at first.
    affiliation_correction: posts.flatMap(({ person, to }, index) => (to === null ? [] : [{ id: stableId('correction', String(index)), affiliation_id: stableId('affiliation', String(index)),
      person_id: person, said: addDays(to, 14), corrected_to: to, reason: 'La carta de renuncia dice otro día', corrected_by: null }])).slice(0, 1),
    contact_point: somebody.flatMap(({ id, name, domain }, index) => [
      { id: stableId('contact', `person ${index}`), organisation_id: null, person_id: id, kind: 'email', label: '',
        value: `${address(name)}@${domain}.example`, preferred: index % 3 === 0 },
      ...(index % 3 === 0 ? [{ id: stableId('contact', `phone ${index}`), organisation_id: null, person_id: id, kind: 'phone',
        label: 'Móvil', value: `+502 5550 0${String(200 + index)}`, preferred: false },
      { id: stableId('contact', `messaging ${index}`), organisation_id: null, person_id: id, kind: 'messaging', label: 'WhatsApp', value: `+502 5550 0${String(200 + index)}`,
        preferred: false }] : []),
    ]),
  };
}

/** Who signs for the organisation on that day, and in which post; nobody where nobody of it is known. */
export function signatoryOf({ posts }: People, organisation: string, day: string): { signatory_id: string | null; signatory_affiliation_id: string | null } {
  const index = posts.findIndex((post) => post.organisation === organisation && post.from <= day && (post.to === null || post.to >= day));
  return { signatory_id: posts[index]?.person ?? null, signatory_affiliation_id: index < 0 ? null : stableId('affiliation', String(index)) };
}

/** Who stood for the organisation on that day, by id; the one who has been there longest speaks. */
export function speakerOf({ posts }: People, organisation: string, day: string): string | null {
  const there = posts.filter((post) => post.organisation === organisation && post.from <= day && (post.to === null || post.to >= day));
  return there.sort((a, b) => (a.from < b.from ? -1 : 1))[0]?.person ?? null;
}
