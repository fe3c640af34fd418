import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarPreview, CalendarReceipt } from '@tejido/domain/calendar-preview.js';
import { problem, refuseIfAny } from '@tejido/domain/error.js';
import { VISIBILITIES, type Viewer, type Visibility } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Attendance, CalendarEvent, Meeting, MeetingSeries } from '../meetings/meeting.entity.js';
import { ContactPoint } from '../organisations/organisation.entity.js';
import { Person } from '../people/person.entity.js';
import type { CalendarContent, CalendarMeeting } from './calendar-content.js';
import { guestsByEmail, knownEvents, type Ask, type Known, type Match } from './calendar-known.js';
import { planOf, saidOf, seenOf, type Planned } from './calendar-plan.js';
import { readCalendar } from './read-calendar.js';

export interface ImportChoices {
  /** Of the meetings that are new. */
  kind: string;
  visibility: Visibility;
  /** Guests with a name whom nobody knows are registered as people. */
  registerGuests: boolean;
}

interface Prepared { content: CalendarContent; planned: Planned[]; matches: Map<string, Match> }

/** Reads calendars of other programs: first what would become of each event, then all of it in one transaction. */
@Injectable()
export class CalendarImportService {
  constructor(private readonly database: DataSource, private readonly work: Work, private readonly clock: Clock) {}

  /** Writes nothing. @throws FORBIDDEN, TOO_LARGE, UNSUPPORTED_FILE */
  async preview(viewer: Viewer, bytes: Uint8Array): Promise<CalendarPreview> {
    authorize(viewer, 'meeting.log', { visibility: 'coalition', country: viewer.country });
    const { content: { leftOut, notices, notTaken }, planned } = await this.prepare((statement) => this.database.query(statement.text, statement.values), viewer, await this.read(bytes));
    return { rows: planned.map(({ row }) => row), leftOut, notices, notTaken };
  }

  /** The same file twice creates nothing new. @throws as preview, and INVALID for a kind or visibility that is none */
  async take(viewer: Viewer, bytes: Uint8Array, { kind, visibility, registerGuests }: ImportChoices): Promise<CalendarReceipt> {
    if (!VISIBILITIES.includes(visibility)) refuseIfAny([problem('visibility', 'not_a_choice')]);
    const owner = { visibility, country: viewer.country };
    authorize(viewer, 'meeting.log', owner);
    const content = await this.read(bytes);
    return this.work.run(viewer, 'meeting.import', async (tx) => {
      const { planned, matches } = await this.prepare((statement) => tx.query(statement), viewer, content);
      const registered = registerGuests ? await this.register(tx, viewer, planned, matches) : 0;
      const ids = await this.create(tx, viewer, planned, matches, { kind, ...owner });
      for (const each of planned) await this.change(tx, each, matches);
      const many = (status: Planned['row']['status']) => planned.filter(({ row }) => row.status === status).length;
      return { created: ids.length, changed: many('changed'), cancelled: many('cancelled'), same: many('same'), leftOut: many('left_out') + content.leftOut.length, registered, ids };
    });
  }

  private async read(bytes: Uint8Array): Promise<CalendarContent> {
    const [settings] = (await this.database.query('select time_zone from coalition limit 1')) as { time_zone: string }[];
    return readCalendar(bytes, { timeZone: settings?.time_zone ?? 'UTC', today: this.clock.today() });
  }

  private async prepare(ask: Ask, viewer: Viewer, content: CalendarContent): Promise<Prepared> {
    const [known, matches] = [await knownEvents(ask, viewer, content.meetings), await guestsByEmail(ask, viewer, content.meetings, this.clock.today())];
    return { content, matches, planned: planOf(content.meetings, known, matches, viewer, this.clock.now().toISOString()) };
  }

  /** People that the calendar names and nobody knows. @returns how many */
  private async register(tx: Tx, viewer: Viewer, planned: readonly Planned[], matches: Map<string, Match>): Promise<number> {
    const owner = { visibility: 'coalition', country: viewer.country } as const;
    const named = new Map(planned.filter(({ row }) => row.status === 'new' || row.status === 'changed')
      .flatMap(({ meeting }) => meeting?.guests ?? []).filter(({ email, name, kind }) => kind === 'person' && name !== '' && !matches.has(email)).map(({ email, name }) => [email, name]));
    if (named.size > 0) authorize(viewer, 'person.register', owner);
    for (const [email, name] of named) {
      const personId = await tx.insert(Person, { name, ...owner, createdBy: viewer.userId });
      await tx.insert(ContactPoint, { personId, kind: 'email', value: email, label: '' });
      matches.set(email, { email, personId, organisationId: null, name, organisation: null, colleague: false });
    }
    return named.size;
  }

  private async create(tx: Tx, viewer: Viewer, planned: readonly Planned[], matches: ReadonlyMap<string, Match>, owner: Pick<Meeting, 'kind' | 'visibility' | 'country'>): Promise<string[]> {
    const series = await this.seriesOf(tx, planned);
    const rows = planned.flatMap(({ row, meeting }) => (row.status === 'new' && meeting ? [{ id: randomUUID(), meeting }] : []));
    await tx.insertAll(Meeting, rows.map(({ id, meeting }) => ({
      id, ...saidOf(meeting), ...owner, mode: meeting.virtual ? 'virtual' as const : 'in_person' as const, timeZone: meeting.timeZone, allDay: meeting.allDay, sequence: meeting.sequence,
      ...(series.has(meeting.uid) && meeting.recurrence !== '' ? { seriesId: series.get(meeting.uid)!, seriesAt: instanceAt(meeting) } : {}),
      createdBy: viewer.userId, recordedOn: this.clock.today(),
    })));
    await tx.insertAll(CalendarEvent, rows.map(({ id, meeting }) => ({ meetingId: id, ...eventOf(meeting) })));
    await tx.insertAll(Attendance, rows.flatMap(({ id, meeting }) => attendeesOf(meeting, matches).map((each) => ({ meetingId: id, ...each, presence: 'present' as const }))));
    return rows.map(({ id }) => id);
  }

  /** The series of each identifier with a rule: the one that it has already, or a new one. */
  private async seriesOf(tx: Tx, planned: readonly Planned[]): Promise<Map<string, string>> {
    const found = new Map(planned.flatMap(({ known }) => (known?.seriesId ? [[known.uid, known.seriesId] as const] : [])));
    for (const { row, meeting } of planned) {
      if (row.status === 'new' && meeting?.rule && !found.has(meeting.uid)) found.set(meeting.uid, await tx.insert(MeetingSeries, { rule: meeting.rule.slice(0, 500) }));
    }
    return found;
  }

  private async change(tx: Tx, { row, meeting, known }: Planned, matches: ReadonlyMap<string, Match>): Promise<void> {
    if (!known || (row.status !== 'changed' && row.status !== 'cancelled')) return;
    const said = meeting && Object.fromEntries(row.changes.map((field) => [field, saidOf(meeting)[field as 'title']]));
    const cancelled = row.status === 'cancelled' ? { cancelledOn: this.clock.today() } : known.cancelled ? { cancelledOn: null, cancelledReason: '' } : {};
    await tx.manager.update(Meeting, { id: known.meetingId }, { ...said, ...cancelled, ...(meeting ? { timeZone: meeting.timeZone } : {}) });
    if (!meeting) return;
    if (row.status === 'changed') await this.addGuests(tx, known, attendeesOf(meeting, matches));
    await tx.manager.update(CalendarEvent, { meetingId: known.meetingId }, { ...eventOf(meeting), recurrence: known.recurrence, ...(row.status === 'cancelled' ? { seen: known.seen } : {}) });
  }

  /** Whoever is invited besides; nobody is taken away: who was there is known better here. */
  private async addGuests(tx: Tx, { meetingId }: Known, guests: readonly Pick<Attendance, 'personId' | 'organisationId'>[]): Promise<void> {
    const there = await tx.manager.findBy(Attendance, { meetingId });
    const missing = guests.filter((each) => !there.some((known) => (each.personId ? known.personId === each.personId : known.organisationId === each.organisationId)));
    await tx.insertAll(Attendance, missing.map((each) => ({ meetingId, ...each, presence: 'present' as const })));
  }
}

const eventOf = (meeting: CalendarMeeting) =>
  ({ uid: meeting.uid, recurrence: meeting.recurrence, sequence: meeting.sequence, stamp: meeting.stamp, seen: seenOf(meeting) });

/** When the rule puts an instance; a whole day begins when it does. */
const instanceAt = ({ recurrence, startsAt }: CalendarMeeting): string => (recurrence.length === 10 ? startsAt : recurrence);

/** Each person once, and an organisation by itself only when nobody is there for it by that address. */
function attendeesOf(meeting: CalendarMeeting, matches: ReadonlyMap<string, Match>): Pick<Attendance, 'personId' | 'organisationId'>[] {
  const found = meeting.guests.flatMap(({ email }) => matches.get(email) ?? []).filter(({ colleague }) => !colleague);
  const keys = found.map(({ personId, organisationId }) => `${personId} ${organisationId}`);
  return found.filter((_, at) => keys.indexOf(keys[at]!) === at).map(({ personId, organisationId }) => ({ personId, organisationId }));
}
