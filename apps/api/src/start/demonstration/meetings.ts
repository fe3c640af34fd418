import { coalitionId, nationalBodyId } from '../load-strategy.js';
import { stableId } from '../stable-id.js';
import { agreementId } from './agreements.js';
import type { Chance } from './chance.js';
import { recordOf, TODAY } from './days.js';
import type { PlannedMeeting } from './meeting-plan.js';
import { CITIES } from './organisation-ties.js';
import { organisationId } from './organisations.js';
import { type People, speakerOf } from './people.js';
import { strictest } from './strictest.js';

export const meetingId = (key: string): string => stableId('meeting', key);

const HOSTS = Object.keys(CITIES);

/** Meetings and who attended. */
export function meetingTables(meetings: readonly PlannedMeeting[], people: People, chance: Chance): Record<string, object[]> {
  const rows = meetings.map((meeting) => meetingRow(meeting, chance));
  return {
    meeting: rows,
    attendance: meetings.flatMap((meeting) => attendanceRows(meeting, people, chance)),
  };
}

function meetingRow({ key, title, kind, on, agreed, partners, themes, tie, story }: PlannedMeeting, chance: Chance) {
  const distant = on.startsWith('2020') || on.startsWith('2021-0');
  const mode = distant ? 'virtual' : chance.pick(['in_person', 'in_person', 'virtual', 'hybrid']);
  const host = HOSTS.includes(partners[0]!.seat!) && kind !== 'ordinary_session' ? partners[0]!.seat!
    : HOSTS[Number(on.slice(0, 4)) % HOSTS.length]!;
  const hour = chance.pick([15, 16, 20]);
  const at = (hours: number) => `${on}T${String(hours).padStart(2, '0')}:00:00Z`;
  return {
    id: meetingId(key), title, kind, mode, starts_at: at(hour), ends_at: at(hour + (kind === 'bilateral' ? 1 : 3)),
    time_zone: 'America/Guatemala',
    place: mode === 'virtual' ? 'Videoconferencia' : CITIES[host]!, place_country: mode === 'virtual' ? null : host, agreed, themes,
    strategy_activity: tie,
    agreement_id: story ? agreementId(story.key) : null, ...recordOf(on > TODAY ? '2026-11-20' : on), ...strictest(partners),
  };
}

function attendanceRows({ key, on, partners, members }: PlannedMeeting, people: People, chance: Chance): object[] {
  const organisations = [coalitionId(), ...members.map(nationalBodyId), ...partners.map((each) => organisationId(each.key))];
  const row = (organisation: string, person: string | null, index: number) => ({
    id: stableId('attendance', `${key} ${organisation}`), meeting_id: meetingId(key), person_id: person, organisation_id: organisation,
    presence: index > 1 && on < TODAY && chance.onceIn(14) ? (chance.onceIn(2) ? 'excused' : 'on_behalf') : 'present',
  });
  return organisations.map((organisation, index) => row(organisation, speakerOf(people, organisation, on), index));
}
