import { addDays } from '@tejido/domain/day.js';
import { coalitionId, nationalBodyId } from '../load-strategy.js';
import { stableId } from '../stable-id.js';
import { agreementId, STORIES, type Users } from './agreements.js';
import { marked, shortName } from './cast/player.js';
import type { Chance } from './chance.js';
import { recordOf, TODAY, workingDay } from './days.js';
import type { PlannedMeeting } from './meeting-plan.js';
import { STAGES } from './meeting-texts.js';
import { meetingId } from './meetings.js';
import { organisationId } from './organisations.js';
import { type People, speakerOf } from './people.js';
import { strictest } from './strictest.js';

const MOST_OVERDUE = 5;

/** What was promised at meetings: nearly all of it kept, a handful late, some soon due. */
export function commitmentTables(meetings: readonly PlannedMeeting[], people: People, users: Users, delegate: string,
  chance: Chance): Record<string, object[]> {
  const promising = meetings.filter(({ on }, index) => on <= TODAY && (index % 5 < 3 || on > '2026-09-01'));
  let overdue = 0;
  const rows = promising.map((meeting, index) => {
    const row = promise(meeting, index, people, users, delegate, chance);
    const late = row.due_on >= '2026-08-10' && row.due_on < TODAY && overdue < MOST_OVERDUE && index % 4 !== 0;
    if (late) overdue += 1;
    return { ...row, ...outcome(row.due_on, late, index, users, row.owner_user_id, chance), verifier_id: askedOf(index, row.owner_user_id, users) };
  });
  const postponed = rows.filter(({ cancelled_on: cancelled }, index) => index % 11 === 4 && !cancelled);
  for (const row of postponed) row.first_due_on = addDays(row.due_on, -15);
  return {
    commitment: [...rows, ...ofAgreements(users), ...followed(users)],
    commitment_postponement: [...followedPostponements(users), ...postponed.map((row) => ({
      id: stableId('postponement', row.id), commitment_id: row.id, from_day: row.first_due_on, to_day: row.due_on,
      reason: 'A la espera de la opinión de los países', postponed_by: users.recorder, recorded_on: addDays(row.first_due_on, -2),
    }))],
  };
}

function promise({ key, stage, on, partners, members, story }: PlannedMeeting, index: number, people: People, users: Users,
  delegate: string, chance: Chance) {
  const partner = partners[0]!;
  const [debtor, text] = chance.pick(STAGES[stage].promises.filter(([who]) => who !== 'member' || members.length > 0));
  const country = members[0];
  const member = country ? nationalBodyId(country) : coalitionId();
  const owner = { partner: organisationId(partner.key), secretariat: coalitionId(), member }[debtor];
  const due = workingDay(addDays(on, 20 + chance.below(60)));
  return {
    id: stableId('commitment', key), text: marked(text.replace('{x}', shortName(partner)), [partner]),
    owner_organisation_id: owner, owner_person_id: debtor === 'partner' ? speakerOf(people, owner, on) : null,
    owner_user_id: debtor === 'secretariat' ? (index % 3 === 0 ? users.verifier : users.recorder) : debtor === 'member' && country === 'HN'
      ? delegate : null,
    beneficiary_organisation_id: debtor === 'partner' ? coalitionId() : organisationId(partner.key), due_on: due, first_due_on: due,
    meeting_id: meetingId(key), agreement_id: story ? agreementId(story.key) : null, ...recordOf(on), ...strictest(partners),
  };
}

function outcome(due: string, late: boolean, index: number, { recorder, verifier }: Users, owner: string | null, chance: Chance) {
  const open = { fulfilled_on: null, fulfilled_by: null, verified_on: null, verified_by: null, cancelled_on: null };
  if (late || due >= TODAY) return open;
  if (index % 23 === 9) return { ...open, cancelled_on: addDays(due, -5) };
  const fulfilled = [addDays(due, chance.below(18) - 12), '2026-11-20'].sort()[0]!;
  const verified = index % 3 !== 0 && fulfilled < '2026-10-20' && owner !== verifier;
  return { ...open, fulfilled_on: fulfilled, fulfilled_by: recorder,
    ...(verified && { verified_on: addDays(fulfilled, 6), verified_by: verifier }) };
}

/** Some name who verifies them: a colleague of the secretariat, or the presidency, never who owes. */
function askedOf(index: number, owner: string | null, { verifier, presidency }: Users): string | null {
  const asked = index % 4 === 1 ? verifier : index % 9 === 2 ? presidency : null;
  return asked === owner ? null : asked;
}

/** Some are owed by the text of an agreement, not by a meeting. */
function ofAgreements({ recorder }: Users): object[] {
  const due: Readonly<Record<string, readonly [string, string]>> = {
    'istmo-banco': ['Presentar el primer informe de ejecución', '2026-12-15'],
    arce: ['Entregar el plan de asistencia técnica de 2027', '2026-12-18'],
    cartagena: ['Publicar el glosario común de variables', '2027-01-29'],
    'hoteles-coral-2': ['Remitir el informe final de la carta', '2026-11-30'],
    'u-tropico-2': ['Entregar el borrador del estudio', '2026-12-04'],
  };
  return STORIES.filter(({ key }) => due[key]).map((story) => ({
    id: stableId('commitment', `agreement ${story.key}`), text: due[story.key]![0], owner_organisation_id: organisationId(story.with[0]!),
    owner_person_id: null, owner_user_id: recorder,
    beneficiary_organisation_id: coalitionId(), due_on: due[story.key]![1], first_due_on: due[story.key]![1], meeting_id: null,
    agreement_id: agreementId(story.key),
    fulfilled_on: null, fulfilled_by: null, verified_on: null, verified_by: null, cancelled_on: null, verifier_id: null, ...recordOf(story.signed!),
  }));
}

interface Followed { key: string; with: string; text: string; ours: boolean; due: string; postponed?: readonly (readonly [from: string, to: string, reason: string])[] }

/** What is open with the partners of the coming meetings: their agendas take it over. */
const FOLLOWED: readonly Followed[] = [
  { key: 'raices plan', with: 'raices', text: 'Enviar a la red el plan de trabajo 2027', ours: true, due: '2026-11-18', postponed: [
    ['2026-09-30', '2026-10-30', 'Faltaba el presupuesto de dos países'], ['2026-10-30', '2026-11-18', 'La red pidió incluir a sus nuevas socias'],
  ] },
  { key: 'raices padron', with: 'raices', text: 'Entregar la lista actualizada de albergues de la red', ours: false, due: '2026-11-27' },
  { key: 'aurora nota', with: 'aurora', text: 'Compartir los resultados del convenio vigente', ours: true, due: '2026-12-04' },
  { key: 'aurora calendario', with: 'aurora', text: 'Proponer el calendario de desembolsos', ours: false, due: '2026-11-20', postponed: [['2026-10-15', '2026-11-20', 'Cierre contable de la agencia']] },
  { key: 'remesas texto', with: 'remesas', text: 'Devolver el texto con las observaciones jurídicas', ours: false, due: '2026-12-08' },
];

const followedId = (key: string): string => stableId('commitment', `followed ${key}`);

function followed({ recorder, verifier }: Users): object[] {
  return FOLLOWED.map(({ key, with: partner, text, ours, due, postponed = [] }) => ({
    id: followedId(key), text, owner_organisation_id: ours ? coalitionId() : organisationId(partner), owner_person_id: null,
    owner_user_id: ours ? recorder : null, beneficiary_organisation_id: ours ? organisationId(partner) : coalitionId(), due_on: due,
    first_due_on: postponed[0]?.[0] ?? due, meeting_id: null, agreement_id: null, fulfilled_on: null, fulfilled_by: null,
    verified_on: null, verified_by: null, cancelled_on: null, verifier_id: verifier, ...recordOf('2026-09-01'),
  }));
}

const followedPostponements = ({ recorder }: Users): object[] => FOLLOWED.flatMap(({ key, postponed = [] }) => postponed.map(([from, to, reason]) => ({
  id: stableId('postponement', `${key} ${from}`), commitment_id: followedId(key), from_day: from, to_day: to, reason, postponed_by: recorder,
  recorded_on: addDays(from, -1),
})));
