import type { ActivityExclusion } from '@tejido/domain/activity-count.js';
import type { CountedBecause } from '@tejido/domain/alliance-count.js';
import type { ExclusionReason } from '@tejido/domain/alliance-ledger.js';
import type { Language } from '../../platform/command/command.js';

type Because = CountedBecause | 'done_with_contributors';
type Reason = ExclusionReason | ActivityExclusion;

export interface CountTexts {
  on: string;
  from: string;
  known: string;
  allies: string;
  instruments: string;
  participations: string;
  counted: string;
  excluded: string;
  notStated: string;
  notAdditive: string;
  total: string;
  unknownIndicator: (code: string, known: string) => string;
  unknownDimension: (by: string, known: string) => string;
  badDay: (option: string, value: string) => string;
  endBeforeStart: string;
  periodOnly: (code: string) => string;
  because: Record<Because, string>;
  reason: Record<Reason, string>;
  only: (theme: string) => string;
  themeSet: Record<'all' | 'several', string>;
}

const es: CountTexts = {
  on: 'el {to}', from: 'del {from} al {to}', known: 'como se sabía el {known}', allies: 'aliados', instruments: 'instrumentos',
  participations: 'participaciones',
  counted: 'Cuentan', excluded: 'No cuentan', notStated: 'sin indicar', total: 'Total',
  notAdditive: 'Las celdas no suman el total: una misma unidad puede estar en varias.',
  unknownIndicator: (code, known) => `Indicador desconocido: ${code}. Se cuentan: ${known}`,
  unknownDimension: (by, known) => `Dimensión desconocida: ${by}. Las de este indicador: ${known}`,
  badDay: (option, value) => `«${value}» no es un día (--${option} AAAA-MM-DD)`,
  endBeforeStart: 'El período termina antes de empezar',
  periodOnly: (code) => `${code} se cuenta en un período: --from y --to, no --on`,
  because: {
    in_force: 'vigente', was_in_force: 'estuvo vigente', first_ever: 'primera vez', returned: 'volvió', ended: 'terminó',
    renewed: 'renovado',
    done_with_contributors: 'realizada con quienes contribuyeron',
  },
  reason: {
    recorded_later: 'registrado después', not_instrument: 'no es un instrumento', kind_left_out: 'su tipo no cuenta según la definición',
    not_in_coalition_name: 'no se hizo en nombre de la coalición', all_parties_internal: 'todas las partes son de la coalición',
    to_verify: 'evidencia por verificar', status_prospect: 'prospecto', status_negotiating: 'en negociación',
    status_awaiting_signatures: 'espera firmas', status_suspended: 'suspendido', framework_suspended: 'su marco está suspendido',
    status_expired: 'vencido', status_terminated: 'terminado', no_ally_bound: 'ningún aliado está obligado',
    never_in_force_in_period: 'no estuvo vigente en el período', already_ally: 'ya era aliado',
    sub_activity: 'parte de otra actividad', kind_does_not_count: 'su tipo no cuenta', cancelled: 'cancelada', planned: 'planificada',
    under_way: 'en curso', no_end_date: 'sin fecha de fin',
    outside_period: 'termina fuera del período', no_strategy_tie: 'sin vínculo con la estrategia',
    no_external_contributor: 'sin contribución externa',
  },
  only: (theme) => `Solo ${theme}`, themeSet: { all: 'Todos los temas', several: 'Varios temas' },
};

const en: CountTexts = {
  on: 'on {to}', from: 'from {from} to {to}', known: 'as known on {known}', allies: 'allies', instruments: 'instruments',
  participations: 'participations',
  counted: 'Counted', excluded: 'Not counted', notStated: 'not stated', total: 'Total',
  notAdditive: 'The cells do not add up to the total: one unit may be in several.',
  unknownIndicator: (code, known) => `Unknown indicator: ${code}. These are counted: ${known}`,
  unknownDimension: (by, known) => `Unknown dimension: ${by}. Those of this indicator: ${known}`,
  badDay: (option, value) => `“${value}” is not a day (--${option} YYYY-MM-DD)`,
  endBeforeStart: 'The period ends before it begins',
  periodOnly: (code) => `${code} is counted in a period: --from and --to, not --on`,
  because: {
    in_force: 'in force', was_in_force: 'was in force', first_ever: 'first ever', returned: 'returned', ended: 'ended', renewed: 'renewed',
    done_with_contributors: 'done with contributors',
  },
  reason: {
    recorded_later: 'recorded later', not_instrument: 'not an instrument', kind_left_out: 'its kind does not count by the definition', not_in_coalition_name: 'not made in the coalition\'s name',
    all_parties_internal: 'all parties are of the coalition',
    to_verify: 'evidence to verify', status_prospect: 'prospect', status_negotiating: 'negotiating',
    status_awaiting_signatures: 'awaiting signatures', status_suspended: 'suspended', framework_suspended: 'its framework is suspended',
    status_expired: 'expired', status_terminated: 'terminated', no_ally_bound: 'no ally is bound',
    never_in_force_in_period: 'not in force in the period', already_ally: 'was an ally already',
    sub_activity: 'part of another activity', kind_does_not_count: 'its kind does not count', cancelled: 'cancelled', planned: 'planned',
    under_way: 'under way', no_end_date: 'no end date',
    outside_period: 'ends outside the period', no_strategy_tie: 'no tie to the strategy',
    no_external_contributor: 'no contribution from outside',
  },
  only: (theme) => `Only ${theme}`, themeSet: { all: 'All themes', several: 'Several themes' },
};

export const COUNT_TEXTS = { es, en } satisfies Record<Language, CountTexts>;
