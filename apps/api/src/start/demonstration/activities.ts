import { addDays } from '@tejido/domain/day.js';
import { stableId } from '../stable-id.js';
import { type Edition, type Series, SERIES } from './activities-told.js';
import { agreementId, STORIES, type Users } from './agreements.js';
import { player } from './cast.js';
import { marked, MEMBERS } from './cast/player.js';
import { recordOf, TODAY } from './days.js';
import { organisationId } from './organisations.js';

const COUNTRY: Readonly<Record<string, { es: string; en: string }>> = {
  GT: { es: 'Guatemala', en: 'Guatemala' }, BZ: { es: 'Belice', en: 'Belize' }, HN: { es: 'Honduras', en: 'Honduras' },
  SV: { es: 'El Salvador', en: 'El Salvador' }, NI: { es: 'Nicaragua', en: 'Nicaragua' },
  CR: { es: 'Costa Rica', en: 'Costa Rica' }, PA: { es: 'Panamá', en: 'Panama' }, MX: { es: 'México', en: 'Mexico' },
  DO: { es: 'República Dominicana', en: 'Dominican Republic' },
};

interface Told { key: string; parent: string | null; series: Series; edition: Edition; ends: string; status: string; roles: readonly (readonly [string, string])[] }

/** Across the turn of the year, with a part in each country: it counts once, in the year of its end. */
const YEAR_END: Series = {
  key: 'fin-de-ano', kind: 'campaign', title: 'Campaña regional de fin de año', titleEn: 'Regional year-end campaign',
  summary: 'Prevención en terminales y puestos de frontera.', tie: 'E2.A4',
  themes: ['trafficking', 'smuggling'], editions: [['2024-11-25', 47, 'oim:co_organises', MEMBERS.join(' ')]],
};

export const activityId = (key: string): string => stableId('activity', key);

/** 90 activities with their roles and evidence. */
export function activityTables({ recorder, verifier }: Users): Record<string, object[]> {
  const all = [...SERIES, YEAR_END].flatMap((series) => series.editions.map((edition) => told(series, edition)));
  const parts = MEMBERS.map((country): Told => {
    const series = { ...YEAR_END, key: `${YEAR_END.key}-${country}`, title: `${YEAR_END.title}: ${COUNTRY[country]!.es}`,
      titleEn: `${YEAR_END.titleEn}: ${COUNTRY[country]!.en}` };
    return { ...told(series, ['2024-11-25', 47, 'oim:co_organises', country]), parent: all.at(-1)!.key };
  });
  const everything = [...all, ...parts];
  return {
    activity: everything.map((each) => activityRow(each, recorder)),
    participation: everything.flatMap(({ key, roles }) => roles.map(([who, role]) =>
      ({ id: stableId('participation', `${key} ${who} ${role}`), activity_id: activityId(key), organisation_id: organisationId(who),
        role }))),
    evidence: all.filter(({ status }) => status === 'done').map(({ key, series, edition, ends, roles }) => {
      const verified = edition[4] !== 'unverified';
      const on = [addDays(ends, 14), TODAY].sort()[0]!;
      return {
        id: stableId('evidence', `activity ${key}`), agreement_id: null, activity_id: activityId(key),
        title: marked(`Informe: ${series.title.replace('{year}', ends.slice(0, 4))}`, roles.map(([who]) => player(who))),
        address: null, archive_reference: `Archivo de demostración, carpeta ${key}`, added_by: recorder, added_on: on,
        verified_by: verified ? verifier : null, verified_on: verified ? on : null, version: 1,
      };
    }),
  };
}

function told(series: Series, edition: Edition): Told {
  const [starts, days, roles, , special] = edition;
  const ends = addDays(starts, days - 1);
  const status = special === 'cancelled' ? 'cancelled' : ends <= TODAY ? 'done' : starts <= TODAY ? 'under_way' : 'planned';
  return { key: `${series.key} ${starts}`, parent: null, series, edition, ends, status,
    roles: roles === '' ? [] : roles.split(' ').map((each) => each.split(':') as [string, string]) };
}

function activityRow({ key, parent, series, edition: [starts, , , countries, special], ends, status, roles }: Told,
  recorder: string): object {
  const players = roles.map(([who]) => player(who));
  const year = ends.slice(0, 4);
  return {
    id: activityId(key), title: marked(series.title.replace('{year}', year), players), title_en: series.titleEn.replace('{year}', year),
    kind: series.kind, status,
    summary: marked(series.summary, players), starts_on: starts, ends_on: ends, parent_id: parent && activityId(parent),
    strategy_activity: special === 'untied' ? null : series.tie, axis: null,
    agreement_id: agreementOf(roles, ends), countries: countries.split(' '), themes: series.themes,
    sdgs: series.themes.includes('smuggling') ? [10, 16] : [5, 8, 16], created_by: recorder,
    ...recordOf(ends <= TODAY ? addDays(ends, 3) : [addDays(starts, -60), '2026-11-12'].sort()[0]!),
  };
}

/** The agreement under which the first partner took part, when one had been signed and had not ended. */
function agreementOf(roles: Told['roles'], on: string): string | null {
  const story = STORIES.find((each) => each.with[0] === roles[0]?.[0] && each.signed && (each.from ?? each.signed) <= on
    && (each.until ?? on) >= on && (each.terminated ?? '9999') > on);
  return story ? agreementId(story.key) : null;
}
