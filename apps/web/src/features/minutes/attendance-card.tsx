import { Anchor, Box, Button, Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortName } from '../../app/organisation-names.js';
import { errorText } from '../../app/problems.js';
import { useApiMutation } from '../../app/use-api.js';
import { PickOrCreate, type PickOption } from '../../ui/pick-or-create.js';
import { Section } from '../../ui/section.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import classes from './attendance-card.module.css';
import { findNamed } from './mention-list.js';
import { MarkAttendance, type Meeting } from './operations.js';

type Attendee = Meeting['attendees'][number];
const PRESENCE = { present: 'good', excused: 'over', on_behalf: 'progress' } as const satisfies Record<string, Tone>;
type Presence = keyof typeof PRESENCE;

/** Who was there, excused, or spoke for somebody else; of each who that was. */
export function AttendanceCard({ meeting, writable }: { meeting: Meeting; writable: boolean }) {
  const { t } = useTranslation();
  const counts = (['present', 'excused', 'on_behalf'] as const).map((each) => [each, meeting.attendees.filter(({ presence }) => presence === each).length] as const).filter(([, count]) => count > 0);
  return (
    <Section title={t('minutes.attendance')} intro={counts.map(([each, count]) => `${count} ${t(`minutes.presenceCount.${each}`, { count })}`).join(' · ') || undefined}
      actions={writable && meeting.viewerCan.includes('amend') && <Button size="xs" variant="default" renderRoot={(props) => <Link {...props} to="/reuniones/$id/editar" params={{ id: meeting.id }} />}>{t('minutes.amendAttendance')}</Button>}>
      {meeting.attendees.length === 0 && <Text size="sm" c="gray.7">{t('meetings.attendeesEmpty')}</Text>}
      <div className={classes.list}>{meeting.attendees.map((each) => <Row key={each.id} attendee={each} writable={writable} />)}</div>
    </Section>
  );
}

function Row({ attendee, writable }: { attendee: Attendee; writable: boolean }) {
  const { t } = useTranslation();
  const mark = useApiMutation(MarkAttendance);
  const failed = (error: Error) => notifications.show({ color: 'red', message: errorText(t, error) });
  const set = (presence: Presence, whom: { onBehalfOfPersonId?: string; onBehalfOfOrganisationId?: string } = {}) => mark.mutate({ id: attendee.id, input: { presence, ...whom } }, { onError: failed });
  const { person, organisation } = attendee;
  const body = organisation && shortName(organisation);
  const name = person?.name ?? body ?? '';
  const presence = attendee.presence as Presence;
  return (
    <div className={classes.row}>
      <Box miw={0}>
        <Text size="sm" fw={person ? 550 : undefined} style={{ overflowWrap: 'anywhere' }}>{person ? person.name : organisation && <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/organizaciones/$id" params={{ id: organisation.id }} />}>{body}</Anchor>}</Text>
        {person && organisation && <Text size="xs" c="gray.6">{body}</Text>}
        {presence === 'on_behalf' && <Behalf attendee={attendee} writable={writable} onChoose={(whom) => set('on_behalf', whom)} />}
      </Box>
      {writable ? (
        <SegmentedControl size="xs" aria-label={t('meetings.presenceOf', { name })} value={presence} onChange={(value) => set(value as Presence)}
          data={(['present', 'excused', 'on_behalf'] as const).map((value) => ({ value, label: t(`minutes.presence.${value}`) }))} />
      ) : <StatusBadge size="sm" tone={PRESENCE[presence]} label={t(`minutes.presence.${presence}`)} />}
    </div>
  );
}

/** For whom somebody spoke. */
function Behalf({ attendee, writable, onChoose }: { attendee: Attendee; writable: boolean; onChoose: (whom: { onBehalfOfPersonId?: string; onBehalfOfOrganisationId?: string }) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const whom = attendee.onBehalfOfPerson?.name ?? (attendee.onBehalfOfOrganisation && shortName(attendee.onBehalfOfOrganisation));
  const said = whom ? t('minutes.onBehalfOf', { name: whom }) : t('minutes.onBehalfUnknown');
  const kinds = useRef(new Map<string, 'organisation' | 'person'>());
  const find = async (text: string): Promise<PickOption[]> => (await findNamed(text)).map(({ id, kind, label, detail }) => { kinds.current.set(id, kind); return { id, label, detail }; });
  if (!writable) return whom ? <Text size="xs" c="gray.7">{said}</Text> : null;
  return (
    <Popover opened={open} onChange={setOpen} width={300} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal closeOnClickOutside={false /* the choices are drawn outside it */}>
      <Popover.Target><Anchor component="button" type="button" size="xs" onClick={() => setOpen(!open)}>{said}</Anchor></Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <PickOrCreate label={t('minutes.behalfLabel')} description={t('minutes.behalfHint')} value={[]} max={1} autoFocus find={find}
            onChange={([chosen]) => { if (!chosen) return; onChoose(kinds.current.get(chosen.id) === 'person' ? { onBehalfOfPersonId: chosen.id } : { onBehalfOfOrganisationId: chosen.id }); setOpen(false); }} />
          {whom && <Group justify="flex-end"><Button size="xs" variant="default" onClick={() => { onChoose({}); setOpen(false); }}>{t('minutes.behalfClear')}</Button></Group>}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
