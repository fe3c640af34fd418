import { createHash } from 'node:crypto';
import type pg from 'pg';
import { addDays } from '@tejido/domain/day.js';
import { canonicalJson, contentText, paragraphsOf, type ContentNode } from '@tejido/domain/minutes-content.js';
import { contentNow } from '../../features/minutes/minutes-content.reads.js';
import { nationalBodyId } from '../load-strategy.js';
import { insertRows } from '../insert-rows.js';
import { stableId } from '../stable-id.js';
import type { Users } from './agreements.js';
import { MARK } from './cast/player.js';
import { TODAY } from './days.js';
import type { PlannedMeeting } from './meeting-plan.js';
import { meetingId } from './meetings.js';
import { organisationId } from './organisations.js';

type State = 'draft' | 'circulated' | 'approved';

/** Sessions and half of the rest are minuted: the old ones approved, the latest circulated or still a draft. */
const isMinuted = ({ on, stage }: PlannedMeeting, index: number): boolean => on <= TODAY && (stage === 'session' || stage === 'exchange' || index % 2 === 1);
const stateOf = ({ on }: PlannedMeeting): State => (on > '2026-10-25' ? 'draft' : on > '2026-08-01' ? 'circulated' : 'approved');

/** Sessions and exchanges have points, tables and observations; the rest is a page. */
const isLong = ({ stage }: PlannedMeeting): boolean => stage === 'session' || stage === 'exchange';

interface Point { title: string; content: ContentNode; decisions?: readonly string[]; visibility?: 'secretariat' }

/** Minutes as drafts with their sections and decisions; `settleMinutes` takes them round. */
export function minutesTables(meetings: readonly PlannedMeeting[], { recorder }: Users): Record<string, object[]> {
  const minuted = meetings.filter(isMinuted);
  const points = minuted.flatMap((meeting) => pointsOf(meeting).map((point, at) => ({ meeting, point, at, id: stableId('minutes_section', `${meeting.key} ${at}`) })));
  return {
    minutes: minuted.map(({ key }) => ({ meeting_id: meetingId(key), state: 'draft', round: 0, version: 1 })),
    minutes_section: points.map(({ meeting, point, at, id }) => ({
      id, meeting_id: meetingId(meeting.key), position: at + 1, title: point.title, content: point.content, text: contentText(point.content),
      visibility: point.visibility ?? null, updated_at: `${meeting.on}T23:00:00Z`, updated_by: recorder, version: 1,
    })),
    decision: points.flatMap(({ meeting, point, id }) => (point.decisions ?? []).map((text, at) => ({
      id: stableId('decision', `${id} ${at}`), meeting_id: meetingId(meeting.key), section_id: id, position: at + 1, text,
      visibility: point.visibility ?? null, version: 1,
    }))),
  };
}

/** Circulates, observes and approves what is old enough, by the rules of the database. */
export async function settleMinutes(client: pg.ClientBase, meetings: readonly PlannedMeeting[], users: Users & { delegate: string }): Promise<void> {
  for (const meeting of meetings.filter(isMinuted).filter((each) => stateOf(each) !== 'draft')) {
    const approved = stateOf(meeting) === 'approved';
    const id = meetingId(meeting.key);
    const circulated = addDays(meeting.on, 7);
    // The window of the latest is still open: somebody may try it.
    const until = !approved && meeting.on > '2026-08-15' ? addDays(TODAY, 9) : addDays(circulated, 7);
    await client.query(`update minutes set state = 'circulated', circulated_on = $2, circulated_by = $3, observations_until = $4, round = 1 where meeting_id = $1`,
      [id, circulated, users.recorder, until]);
    if (isLong(meeting)) await insertRows(client, 'minutes_observation', observationsOf(meeting, users, approved));
    if (approved) await approve(client, id, addDays(meeting.on, 21), users.presidency);
  }
}

async function approve(client: pg.ClientBase, id: string, on: string, by: string): Promise<void> {
  const statement = contentNow(id);
  const { rows } = await client.query<{ content: unknown }>(statement.text, statement.values);
  const content = canonicalJson(rows[0]!.content);
  const hash = createHash('sha256').update(content).digest('hex');
  await client.query('insert into minutes_version (meeting_id, number, content, content_hash, approved_on, approved_by) values ($1, 1, $2, $3, $4, $5)', [id, content, hash, on, by]);
  await client.query(`update minutes set state = 'approved', approved_on = $2, approved_by = $3, content_hash = $4 where meeting_id = $1`, [id, on, by, hash]);
}

function observationsOf({ key, on }: PlannedMeeting, { delegate, recorder }: { delegate: string; recorder: string }, answered: boolean): object[] {
  const row = (at: number, text: string, answer: { outcome: string; answer: string } | null) => ({
    id: stableId('minutes_observation', `${key} ${at}`), meeting_id: meetingId(key), round: 1, section_id: stableId('minutes_section', `${key} ${at}`), author_id: delegate, text,
    made_on: addDays(on, 9), made_at: `${addDays(on, 9)}T17:00:00Z`, outcome: answer?.outcome ?? null, answer: answer?.answer ?? '',
    answered_by: answer ? recorder : null, answered_on: answer ? addDays(on, 11) : null,
  });
  return [
    row(0, `En el punto de apertura falta decir que la delegación de Honduras se conectó por videoconferencia ${MARK}.`, { outcome: 'accepted', answer: 'Se agrega en la versión final.' }),
    row(1, `El cuadro de avance debería separar acciones iniciadas y concluidas ${MARK}.`, answered ? { outcome: 'rejected', answer: 'El cuadro recoge lo presentado en la sesión; el detalle va en el informe de seguimiento.' } : null),
  ];
}

const text = (value: string, ...marks: string[]): ContentNode => ({ type: 'text', text: value, ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}) });
const paragraph = (...content: ContentNode[]): ContentNode => ({ type: 'paragraph', content });
const heading = (value: string): ContentNode => ({ type: 'heading', attrs: { level: 3 }, content: [text(value)] });
const list = (...items: ContentNode[][]): ContentNode => ({ type: 'bulletList', content: items.map((content) => ({ type: 'listItem', content: [paragraph(...content)] })) });
const organisation = (id: string): ContentNode => ({ type: 'mention', attrs: { id, kind: 'organisation' } });
const cell = (type: 'tableHeader' | 'tableCell', value: string): ContentNode => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(text(value))] });
const row = (type: 'tableHeader' | 'tableCell', values: readonly string[]): ContentNode => ({ type: 'tableRow', content: values.map((value) => cell(type, value)) });
const table = (head: readonly string[], rows: readonly (readonly string[])[]): ContentNode =>
  ({ type: 'table', content: [row('tableHeader', head), ...rows.map((values) => row('tableCell', values))] });
const doc = (...content: ContentNode[]): ContentNode => ({ type: 'doc', content });

function pointsOf(meeting: PlannedMeeting): Point[] {
  return isLong(meeting) ? sessionPoints(meeting) : talkPoints(meeting);
}

function talkPoints({ agreed, partners, stage }: PlannedMeeting): Point[] {
  const partner = partners[0]!;
  const mark = partners.some(({ real }) => real) ? ` ${MARK}` : '';
  const opening = stage === 'follow_up' || stage === 'review' ? 'Se repasaron los compromisos de la reunión anterior con' : 'Se dio la bienvenida a';
  return [
    { title: `Asuntos tratados`, content: doc(paragraph(text(`${opening} `), organisation(organisationId(partner.key)), text(`${mark}.`)), ...(paragraphsOf(agreed).content ?? [])) },
    { title: 'Cierre', content: doc(paragraph(text(`La reunión cerró a la hora prevista${mark}.`))) },
  ];
}

const AXES = [
  ['Prevención y comunicación', 'Campaña regional en nueve países', '8', '6'], ['Fortalecimiento institucional', 'Curso de investigación financiera', '5', '4'],
  ['Alianzas estratégicas', 'Convenios con turismo y gobiernos locales', '9', '7'], ['Intercambio de buenas prácticas', 'Visitas entre órganos nacionales', '6', '6'],
  ['Difusión', 'Boletín trimestral', '4', '3'], ['Incidencia', 'Posición común ante foros', '3', '1'], ['Financiamiento', 'Propuestas a la cooperación', '5', '2'],
] as const;

function sessionPoints({ agreed, partners, on }: PlannedMeeting): Point[] {
  return [
    {
      title: 'Apertura y verificación del cuórum',
      content: doc(paragraph(text('Se verificó la asistencia de '), organisation(nationalBodyId('GT')), text(', '), organisation(nationalBodyId('HN')),
        text(` y de los demás órganos nacionales, y se aprobó la agenda ${MARK}.`))),
      decisions: [`Aprobar la agenda y el acta de la sesión anterior ${MARK}.`],
    },
    {
      title: 'Avance de la estrategia',
      content: doc(paragraph(text('La secretaría presentó el avance por eje. ', 'bold'), text(`Las cifras son de ejemplo ${MARK}.`)),
        table(['Eje', 'Acción principal', 'Previstas', 'Concluidas'], AXES), heading('Observaciones de las delegaciones'),
        list([text('El curso regional pasa al próximo trimestre.')], [text('La campaña necesita materiales en garífuna y en lenguas mayas.')],
          [text('Se pide acompañamiento de '), organisation(organisationId(partners[0]!.key)), text('.')])),
      decisions: [agreed, `Pedir a cada país sus datos antes de fin de mes ${MARK}.`].filter(Boolean),
    },
    {
      title: 'Situación presupuestaria', visibility: 'secretariat',
      content: doc(paragraph(text(`Nota interna: dos cooperantes pidieron no anunciar su aporte hasta la firma ${MARK}.`))),
      decisions: [`Consultar con la presidencia antes de anunciar aportes nuevos ${MARK}.`],
    },
    { title: 'Asuntos varios y cierre', content: doc(paragraph(text(`La próxima sesión queda propuesta para ${Number(on.slice(0, 4)) + (on.slice(5, 7) > '06' ? 1 : 0)} ${MARK}.`))) },
  ];
}
