import { IconCalendarCheck, IconCalendarX, IconCircleX, IconPlayerPause, IconPlayerPlay, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AgreementLink } from '../agreement-link.js';
import type { Entry } from './calendar-view.js';
import classes from './calendar.module.css';
import type { EventKind } from './events.js';

const ICONS = {
  enters: IconCalendarCheck, resumes: IconPlayerPlay, to_sign: IconSignature, ends: IconCalendarX, pauses: IconPlayerPause, terminates: IconCircleX,
} as const satisfies Record<EventKind, unknown>;

/** One event: what happens, in word, shape and colour, to which agreement. */
export function EventMark({ entry: { id, title, kind } }: { entry: Entry }) {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  return (
    <div className={classes.event} data-kind={kind}>
      <span className={classes.kind}><Icon size={13} stroke={2} aria-hidden /> {t(`agreementViews.events.${kind}`)}</span>
      <AgreementLink id={id}>{title}</AgreementLink>
    </div>
  );
}
