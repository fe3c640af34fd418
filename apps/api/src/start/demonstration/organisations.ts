import { stableId } from '../stable-id.js';
import { INVENTED, KNOWN, MEMBERS, type Player } from './cast.js';
import type { Chance } from './chance.js';

export const organisationId = (key: string): string => stableId('organisation', key);

const KIND = { civil_society: ['national_ngo', 'regional_ngo', 'foundation', 'media'], state: ['government', 'public_body'], international: ['cooperation_agency', 'multilateral'], forum: ['forum'], other: ['academic', 'private_sector'] } as const;
const SUFFIX = ['Norte', 'Sur', 'Caribe', 'Pacífico', 'Altiplano'];

/** The real bodies and 124 invented ones. */
export function players(chance: Chance): Player[] {
  const invented = (Object.keys(INVENTED) as (keyof typeof INVENTED)[]).flatMap((audience) => inventedOf(audience, chance));
  return [...KNOWN, ...invented];
}

function inventedOf(audience: keyof typeof INVENTED, chance: Chance): Player[] {
  if (audience === 'state') {
    return INVENTED.state.flatMap((stem) => MEMBERS.map((seat) => player(`${stem} ${seat === 'DO' ? 'Quisqueya' : seat}`, audience, seat, chance)));
  }
  return INVENTED[audience].flatMap((stem) => SUFFIX.slice(0, audience === 'civil_society' ? 5 : 4).map((suffix) => player(`${stem} ${suffix}`, audience, chance.pick(MEMBERS), chance)));
}

function player(name: string, audience: keyof typeof INVENTED, seat: string, chance: Chance): Player {
  const regional = chance.onceIn(3) && audience !== 'state';
  const acronym = name.replace(/\b(de|del|la|el|para|contra)\b/gi, '').match(/\p{Lu}/gu)!.join('').slice(0, 6);
  return {
    key: name, name, audience, seat, kind: chance.pick(KIND[audience] as readonly string[]),
    scope: regional ? 'regional' : audience === 'international' ? 'extra_regional' : 'national',
    countries: regional ? chance.some(MEMBERS, 4) : [seat], ...(chance.onceIn(2) ? { acronym: `${acronym}-${seat}` } : {}),
  };
}

/** Rows of the organisation table. */
export function organisationRows(cast: readonly Player[], chance: Chance): object[] {
  return cast.map((each, index) => {
    const hidden = index >= KNOWN.length && chance.onceIn(14);
    const visibility = hidden ? (chance.onceIn(2) ? 'secretariat' : 'country') : chance.onceIn(5) ? 'public' : 'coalition';
    return {
      id: organisationId(each.key), name: each.name, name_en: each.nameEn ?? null, acronym: each.acronym ?? null, acronym_en: each.acronymEn ?? null,
      standing: 'external', audience: each.audience, kind: each.kind, scope: each.scope, seat_country: each.seat, countries: each.countries ?? (each.seat ? [each.seat] : []),
      themes: chance.onceIn(3) ? ['trafficking', 'smuggling'] : chance.onceIn(3) ? ['smuggling'] : ['trafficking'], sdgs: chance.some([5, 8, 10, 16], 2),
      parent_id: each.parent ? organisationId(each.parent) : null, counts_with_id: each.countsWith ? organisationId(each.countsWith) : null,
      description: 'Registro de demostración.', last_confirmed_on: chance.onceIn(4) ? null : `202${3 + chance.below(4)}-0${1 + chance.below(9)}-15`, recorded_on: '2021-02-01',
      visibility, country: MEMBERS.includes(each.seat as never) ? each.seat : visibility === 'country' ? 'HN' : null, demonstration: true, created_at: '2021-02-01T15:00:00Z', version: 1,
    };
  });
}
