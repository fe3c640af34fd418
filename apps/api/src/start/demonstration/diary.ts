import { addDays } from '@tejido/domain/day.js';
import { coalitionId, nationalBodyId } from '../load-strategy.js';
import { stableId } from '../stable-id.js';
import type { Users } from './agreements.js';
import { recordOf } from './days.js';
import { meetingId } from './meetings.js';
import { organisationId } from './organisations.js';

/** The second Tuesday of each month at ten in Guatemala, of which one was moved and one called off. */
export const SERIES_RULE = 'FREQ=MONTHLY;BYDAY=2TU;COUNT=5';
const TUESDAYS = ['2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09', '2027-04-13'];
const MOVED = '2027-02-09';
const CALLED_OFF = '2027-03-09';
const LIAISONS = ['GT', 'SV', 'HN', 'CR', 'PA'];

interface Point { title: string; minutes: number; owner: string }

const ours = { owner: coalitionId() };
const SIGNING: readonly Point[] = [
  { title: 'Bienvenida y lectura del texto acordado', minutes: 10, ...ours },
  { title: 'Firma de la renovación', minutes: 15, ...ours },
  { title: 'Plan de trabajo 2027 y presupuesto por país', minutes: 25, owner: organisationId('raices') },
  { title: 'Comunicado conjunto', minutes: 10, ...ours },
];
const SESSION: readonly Point[] = [
  { title: 'Verificación del quórum y aprobación del orden del día', minutes: 10, ...ours },
  { title: 'Informe de la presidencia pro tempore', minutes: 30, owner: nationalBodyId('CR') },
  { title: 'Avance de los indicadores de la estrategia', minutes: 40, ...ours },
  { title: 'Acuerdos que vencen antes de marzo de 2027', minutes: 30, ...ours },
  { title: 'Relevo de la presidencia y plan de 2027', minutes: 40, owner: nationalBodyId('BZ') },
  { title: 'Asuntos varios y fecha de la próxima sesión', minutes: 15, ...ours },
];
const MONTHLY: readonly Point[] = [
  { title: 'Casos que cruzan fronteras: pendientes entre enlaces', minutes: 25, ...ours },
  { title: 'Compromisos del mes', minutes: 20, ...ours },
  { title: 'Actividades conjuntas próximas', minutes: 15, ...ours },
];

/** What is planned with care: agendas of the next meetings, and the national liaisons' monthly meeting. No chance in it. */
export function diaryTables({ recorder }: Users): Record<string, object[]> {
  const series = stableId('meeting series', 'liaisons');
  const keys = TUESDAYS.map((day) => `liaisons ${day}`);
  return {
    meeting_series: [{ id: series, rule: SERIES_RULE, created_at: '2026-11-20T16:00:00Z' }],
    meeting: TUESDAYS.map((day) => monthly(series, day, recorder)),
    attendance: keys.flatMap((key) => [coalitionId(), ...LIAISONS.map(nationalBodyId)].map((organisation) => ({
      id: stableId('attendance', `${key} ${organisation}`), meeting_id: meetingId(key), person_id: null, organisation_id: organisation, presence: 'present',
    }))),
    agenda_item: [
      ...agenda('coming raices', SIGNING), ...agenda('session 2026 II', SESSION), ...keys.flatMap((key) => agenda(key, MONTHLY)),
    ],
  };
}

function monthly(series: string, day: string, recorder: string): object {
  const on = day === MOVED ? addDays(day, 2) : day;
  return {
    id: meetingId(`liaisons ${day}`), title: 'Reunión mensual de enlaces nacionales', kind: 'technical', mode: 'virtual',
    starts_at: `${on}T16:00:00Z`, ends_at: `${on}T17:00:00Z`, time_zone: 'America/Guatemala', place: 'Videoconferencia', place_country: null,
    agreed: '', notes: day === MOVED ? 'Pasa al jueves: el martes es la comparecencia anual ante los congresos.' : '', themes: ['trafficking', 'smuggling'],
    strategy_activity: 'E4.A6', agreement_id: null, series_id: series, series_at: `${day}T16:00:00Z`,
    cancelled_on: day === CALLED_OFF ? '2026-11-23' : null, cancelled_reason: day === CALLED_OFF ? 'Coincide con el curso regional de investigación financiera.' : '',
    sequence: day === MOVED || day === CALLED_OFF ? 1 : 0, created_by: recorder, ...recordOf('2026-11-20'),
  };
}

const agenda = (key: string, points: readonly Point[]): object[] => points.map(({ title, minutes, owner }, at) => ({
  id: stableId('agenda item', `${key} ${at}`), meeting_id: meetingId(key), position: at + 1, title, minutes,
  owner_organisation_id: owner, owner_person_id: null, owner_user_id: null,
}));
