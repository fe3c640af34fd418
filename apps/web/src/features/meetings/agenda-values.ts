import { shortName } from '../../app/organisation-names.js';
import type { AgendaItemInput } from '../../gql/graphql.js';
import type { PlannedMeeting } from './meeting-plan.js';

/** A point in the form. `owner` names what sort and whom: "organisation <id>", "person <id>", "user <id>"; '' for nobody. */
export interface AgendaRow { key: string; id: string | null; title: string; minutes: number | null; owner: string }

type Item = PlannedMeeting['agenda'][number];

const ownerOf = ({ ownerOrganisation, ownerPerson, ownerUserId }: Item): string =>
  (ownerOrganisation ? `organisation ${ownerOrganisation.id}` : ownerPerson ? `person ${ownerPerson.id}` : ownerUserId ? `user ${ownerUserId}` : '');

export const agendaRows = (agenda: readonly Item[]): AgendaRow[] =>
  agenda.map((item) => ({ key: item.id, id: item.id, title: item.title, minutes: item.minutes ?? null, owner: ownerOf(item) }));

export const newRow = (title = ''): AgendaRow => ({ key: crypto.randomUUID(), id: null, title, minutes: null, owner: '' });

/** Rows that say nothing are left out. */
export const isBlank = ({ title, minutes, owner }: AgendaRow): boolean => title.trim() === '' && minutes === null && owner === '';

export function agendaInput(rows: readonly AgendaRow[]): AgendaItemInput[] {
  return rows.filter((row) => !isBlank(row)).map(({ id, title, minutes, owner }) => {
    const [sort, whom] = owner.split(' ');
    return { id, title, minutes, ownerOrganisationId: sort === 'organisation' ? whom : null, ownerPersonId: sort === 'person' ? whom : null, ownerUserId: sort === 'user' ? whom : null };
  });
}

/** Who may lead a point: whoever attends, oneself, and whoever leads one already. */
export function ownerChoices(meeting: PlannedMeeting, me: { id: string; name: string }): { value: string; label: string }[] {
  const all = [
    ...meeting.attendees.flatMap(({ organisation, person }) => [
      ...(organisation ? [{ value: `organisation ${organisation.id}`, label: shortName(organisation) }] : []), ...(person ? [{ value: `person ${person.id}`, label: person.name }] : [])]),
    { value: `user ${me.id}`, label: me.name },
    ...meeting.agenda.flatMap((item) => (ownerOf(item) === '' ? [] : [{ value: ownerOf(item), label: (item.ownerOrganisation && shortName(item.ownerOrganisation)) ?? item.ownerPerson?.name ?? item.ownerUser ?? '' }])),
  ];
  return all.filter((each, at) => all.findIndex(({ value }) => value === each.value) === at);
}
